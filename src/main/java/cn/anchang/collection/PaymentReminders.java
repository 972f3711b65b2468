package cn.anchang.collection;

import cn.anchang.collection.Recipients.Recipient;
import cn.anchang.engine.DailyCycle;
import cn.anchang.mail.Letter;
import cn.anchang.mail.Outbox;
import cn.anchang.organization.Staff;
import cn.anchang.payment.DueInstalments;
import cn.anchang.payment.DueLine;
import cn.anchang.salescase.SaleContact;
import cn.anchang.salescase.SaleContacts;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds of instalments (R16): one letter for an instalment and level, the latest level only, whatever night was missed. What is to be
 * done follows from the rows alone, so a run may be repeated, doubled or broken off.
 */
@Service
@Transactional
public class PaymentReminders {

    static final String SYSTEM = "system";

    private final DueInstalments due;
    private final ReminderRows rows;
    private final SaleContacts contacts;
    private final Recipients recipients;
    private final ReminderTexts texts;
    private final Staff staff;
    private final Outbox outbox;
    private final ReminderProcess process;
    private final ReminderSettings settings;
    private final Sentences sentences;
    private final Clock clock;

    PaymentReminders(
            DueInstalments due,
            ReminderRows rows,
            SaleContacts contacts,
            Recipients recipients,
            ReminderTexts texts,
            Staff staff,
            Outbox outbox,
            ReminderProcess process,
            ReminderSettings settings,
            Sentences sentences,
            Clock clock) {
        this.due = due;
        this.rows = rows;
        this.contacts = contacts;
        this.recipients = recipients;
        this.texts = texts;
        this.staff = staff;
        this.outbox = outbox;
        this.process = process;
        this.settings = settings;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** The timer of the daily run as the engine reads it: every day from the last such hour on. Asked anew each time it is due. */
    @Transactional(readOnly = true)
    public String cycle() {
        return DailyCycle.at(settings.at(), clock);
    }

    /**
     * What one transaction of a run did.
     *
     * @param last the line it came to, as {@link #page} takes it; null when that was the last page
     */
    public record Page(String last, int letters, int calls) {}

    /** @param after where the page before ended, or null for the first */
    public Page page(String after) {
        List<DueLine> lines = linesOf(today(), after == null ? null : DueLine.Mark.parse(after));
        List<Candidate> wanted =
                candidates(lines, today()).stream().filter(Candidate::isIn).toList();
        List<Reminder> reminders = wanted.stream().map(this::reminder).toList();
        boolean[] added = reminders.isEmpty() ? new boolean[0] : rows.add(reminders);
        Map<String, String> names = staff.displayNames(
                wanted.stream().map(one -> one.sale().consultant()).collect(Collectors.toSet()));
        int letters = 0;
        int calls = 0;
        for (int i = 0; i < added.length; i++) {
            if (!added[i]) {
                continue;
            } else if (reminders.get(i).letterId() != null) {
                outbox.post(reminders.get(i).letterId(), wanted.get(i).letter(texts, names));
                letters++;
            } else {
                call(reminders.get(i), wanted.get(i).sale());
                calls++;
            }
        }
        return new Page(goesOnAfter(lines).map(DueLine.Mark::toString).orElse(null), letters, calls);
    }

    private List<DueLine> linesOf(LocalDate day, DueLine.Mark after) {
        return due.page(
                day.minusDays(settings.arrearsFrom() - 1L),
                day.minusDays(settings.firstLevel()),
                after,
                settings.page());
    }

    /** Where the next page begins; empty after the last one. */
    private Optional<DueLine.Mark> goesOnAfter(List<DueLine> lines) {
        return lines.size() < settings.page()
                ? Optional.empty()
                : Optional.of(lines.get(lines.size() - 1).mark());
    }

    /**
     * A line whose day has come, or nearly.
     *
     * @param reason why it is not reminded now; null when it is
     */
    record Candidate(DueLine line, SaleContact sale, int level, Recipient recipient, String reason) {

        boolean isIn() {
            return reason == null;
        }

        Letter letter(ReminderTexts texts, Map<String, String> names) {
            return texts.letter(line, level, sale, recipient, names.get(sale.consultant()));
        }
    }

    /** Those of the lines for which a level has come on this day, and whether they are reminded. */
    List<Candidate> candidates(List<DueLine> lines, LocalDate day) {
        Set<UUID> accounts = lines.stream().map(DueLine::account).collect(Collectors.toSet());
        Map<UUID, SaleContact> sales = contacts.of(accounts);
        Map<UUID, List<Reminder>> made = rows.of(accounts).stream().collect(Collectors.groupingBy(Reminder::account));
        Map<UUID, Hold> holds = rows.holds(day).stream().collect(Collectors.toMap(Hold::account, Function.identity()));
        List<Candidate> candidates = new ArrayList<>();
        for (DueLine line : lines) {
            OptionalInt level = settings.levelAt(ChronoUnit.DAYS.between(line.dueOn(), day));
            SaleContact sale = sales.get(line.account());
            if (level.isPresent() && sale != null) {
                String reason = reasonAgainst(
                        line,
                        sale,
                        level.getAsInt(),
                        made.getOrDefault(line.account(), List.of()),
                        holds.get(line.account()));
                candidates.add(new Candidate(
                        line, sale, level.getAsInt(), reason == null ? recipients.of(line, sale) : null, reason));
            }
        }
        return candidates;
    }

    private String reasonAgainst(DueLine line, SaleContact sale, int level, List<Reminder> made, Hold hold) {
        if (sale.undone()) {
            return sentences.text("reminder.out.undone");
        } else if (sale.contractNo() == null) {
            return sentences.text("reminder.out.unsigned");
        } else if (made.stream().anyMatch(one -> one.isOf(line) && one.level() >= level)) {
            return sentences.text("reminder.out.done");
        } else if (hold != null) {
            return sentences.text("reminder.out.held", hold.until(), hold.reason());
        }
        return null;
    }

    private Reminder reminder(Candidate candidate) {
        Recipient recipient = candidate.recipient();
        boolean reachable = recipient.to() != null && !recipient.to().isBlank();
        return Reminder.of(
                UUID.randomUUID(),
                candidate.line(),
                candidate.level(),
                recipient.audience(),
                reachable ? UUID.randomUUID() : null,
                reachable ? null : noAddress(recipient.audience()),
                SYSTEM,
                clock.instant());
    }

    private String noAddress(Audience audience) {
        return sentences.text("reminder.call.noAddress." + audience);
    }

    /** A letter cannot reach anybody: the consultant calls whoever is to pay. */
    void call(Reminder reminder, SaleContact sale) {
        process.callNeeded(
                reminder.id(),
                sale.consultant(),
                sale.customerName(),
                sale.unitNo(),
                sentences.text("reminder.call.subject." + reminder.audience(), reminder.rest(), reminder.dueOn()));
    }

    /** What would be sent on a day, and why each line is in or out; as the rows are now. */
    @Transactional(readOnly = true)
    public List<PreviewLine> preview(LocalDate day) {
        List<PreviewLine> preview = new ArrayList<>();
        Optional<DueLine.Mark> after = Optional.empty();
        do {
            List<DueLine> lines = linesOf(day, after.orElse(null));
            candidates(lines, day).stream().map(this::previewed).forEach(preview::add);
            after = goesOnAfter(lines);
        } while (after.isPresent());
        return preview;
    }

    private PreviewLine previewed(Candidate one) {
        String to = one.isIn() ? one.recipient().to() : null;
        return new PreviewLine(
                one.line(),
                one.sale(),
                one.level(),
                one.isIn(),
                to,
                one.isIn() && to == null ? noAddress(one.recipient().audience()) : one.reason());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
