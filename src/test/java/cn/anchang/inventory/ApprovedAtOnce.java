package cn.anchang.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Approvers who agree at once, for tests of what prices do and not of how they are approved. */
@TestComponent
class ApprovedAtOnce implements PriceListApproval {

    private final PriceLists lists;
    private final Prices prices;

    ApprovedAtOnce(PriceLists lists, Prices prices) {
        this.lists = lists;
        this.prices = prices;
    }

    @Override
    public Optional<Standing> latest(UUID projectId, LocalDate effectiveOn) {
        return Optional.empty();
    }

    @Override
    public Submission submit(
            UUID projectId, LocalDate effectiveOn, String source, Map<UUID, UnitPrice> lines, String by) {
        PriceList list = new PriceList(
                projectId, lists.lastRevision(projectId) + 1, effectiveOn, source, null, by, Instant.now());
        list.approve(Instant.now());
        lists.saveAndFlush(list);
        prices.write(list, lines);
        return new Submission("JG-2026-000001", list.revision(), false);
    }

    @Override
    public boolean holds(UUID listId, String building) {
        return true;
    }
}
