package cn.anchang.payment;

import cn.anchang.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells which sale an account belongs to. The ledger itself knows no sales; the module that does implements this. */
public interface AccountDirectory {

    /**
     * Accounts whose unit, customer or case matches what was typed, the latest sale first.
     *
     * @param closed the projects whose accounts are not to be found
     */
    List<AccountLabel> find(String text, Set<UUID> closed, int limit);

    Optional<AccountLabel> label(UUID account);

    /**
     * Why money may not be recorded past the sale just now: its own step takes it, or its unit may not be sold (R01). Empty when
     * nothing speaks against it.
     */
    Optional<Refusal> objection(UUID account);

    /** Why money may not be paid back past the sale just now: its own step does it. Empty when nothing speaks against it. */
    Optional<Refusal> objectionToRefund(UUID account);
}
