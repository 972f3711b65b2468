package cn.anchang.change;

import java.util.Optional;
import java.util.UUID;

/** The running change orders, as far as pages and other modules set them going. */
public interface ChangeProcess {

    /** The decision this person may make about an order, as its form would show it. */
    record Pending(String taskId, UUID orderId, String group) {}

    /** Another process asked for it: its order waits to be written. */
    void needed(UUID orderId, String consultant, String customerName, String unitNo, String subject);

    /**
     * Hands a request in as the person signed in, through the same form as in Tasklist.
     *
     * @throws cn.anchang.shared.Refused with the sentence why not
     */
    void ask(ChangeForm form);

    /** The approval of this order that waits for the person signed in; empty when none does, or somebody else holds it. */
    Optional<Pending> pending(UUID orderId);

    /**
     * Agrees in that same approval as the person signed in.
     *
     * @throws cn.anchang.shared.Refused with the sentence why not
     */
    void agree(UUID orderId, String fingerprint);
}
