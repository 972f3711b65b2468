package cn.anchang.inventory;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What approval has to do with prices: puts new ones before it, and says whether those on the board still have it. */
interface PriceListApproval {

    /** Where the latest version for a project and an effective day stands. */
    Optional<Standing> latest(UUID projectId, LocalDate effectiveOn);

    /** @param inApproval whether it waits for its approvers, so that no other may be brought in */
    record Standing(UUID listId, String documentNo, int version, boolean inApproval) {}

    /**
     * Makes the next version for that day and sends it to its approvers.
     *
     * @param lines the prices that differ from those in force
     * @throws cn.anchang.shared.Refused when nobody could approve it
     */
    Submission submit(UUID projectId, LocalDate effectiveOn, String source, Map<UUID, UnitPrice> lines, String by);

    /** @param sameAsReturned nothing was sent: the approvers refused these very prices, as this version */
    record Submission(String documentNo, int version, boolean sameAsReturned) {}

    /** Whether the list is approved and its prices in this building are still those that were. */
    boolean holds(UUID listId, String building);
}
