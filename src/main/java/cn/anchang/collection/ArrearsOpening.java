package cn.anchang.collection;

import cn.anchang.payment.DueInstalments;
import cn.anchang.payment.DueLine;
import cn.anchang.salescase.SaleContact;
import cn.anchang.salescase.SaleContacts;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands what letters did not bring in to a person (R16). Follows from the rows alone, like the reminders before: a night missed is
 * caught up, a run repeated opens nothing twice, and money taken back after the end opens anew.
 */
@Service
@Transactional
public class ArrearsOpening {

    private static final LocalDate EVER = LocalDate.EPOCH;

    private final DueInstalments due;
    private final ArrearsRows rows;
    private final ReminderRows reminders;
    private final SaleContacts contacts;
    private final ArrearsProcess process;
    private final ReminderSettings levels;
    private final ArrearsSettings settings;
    private final Sentences sentences;
    private final Clock clock;

    ArrearsOpening(
            DueInstalments due,
            ArrearsRows rows,
            ReminderRows reminders,
            SaleContacts contacts,
            ArrearsProcess process,
            ReminderSettings levels,
            ArrearsSettings settings,
            Sentences sentences,
            Clock clock) {
        this.due = due;
        this.rows = rows;
        this.reminders = reminders;
        this.contacts = contacts;
        this.process = process;
        this.levels = levels;
        this.settings = settings;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * What one transaction of a run did.
     *
     * @param last the line it came to, as {@link #page} takes it; null when that was the last page
     */
    public record Page(String last, int opened) {}

    /** @param after where the page before ended, or null for the first */
    public Page page(String after) {
        LocalDate today = LocalDate.now(clock);
        List<DueLine> lines = due.page(
                EVER,
                today.minusDays(levels.arrearsFrom()),
                after == null ? null : DueLine.Mark.parse(after),
                levels.page());
        Set<UUID> accounts = lines.stream().map(DueLine::account).collect(Collectors.toSet());
        Map<UUID, SaleContact> sales = contacts.of(accounts);
        Set<UUID> held = reminders.holds(today).stream().map(Hold::account).collect(Collectors.toSet());
        int opened = 0;
        for (DueLine line : lines) {
            SaleContact sale = sales.get(line.account());
            boolean chased = !line.kind().byLender()
                    && sale != null
                    && sale.contractNo() != null
                    && !sale.undone()
                    && !held.contains(line.account());
            if (chased && open(line, sale, today)) {
                opened++;
            }
        }
        boolean more = lines.size() == levels.page();
        return new Page(more ? lines.get(lines.size() - 1).mark().toString() : null, opened);
    }

    private boolean open(DueLine line, SaleContact sale, LocalDate today) {
        UUID id = UUID.randomUUID();
        LocalDate letterFrom =
                later(line.dueOn().plusDays(settings.letterAfter()), today.plusDays(settings.leastDays()));
        LocalDate reviewFrom =
                later(line.dueOn().plusDays(settings.reviewAfter()), letterFrom.plusDays(settings.payWithin()));
        if (!rows.add(id, line, letterFrom, reviewFrom, clock.instant())) {
            return false;
        }
        process.opened(
                id,
                sale.consultant(),
                Masked.name(sale.customerName()),
                sale.unitNo(),
                sentences.text("arrears.subject", line.rest(), line.dueOn()),
                morningOf(letterFrom),
                morningOf(reviewFrom));
        return true;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    Instant morningOf(LocalDate day) {
        return day.atTime(levels.at()).atZone(clock.getZone()).toInstant();
    }
}
