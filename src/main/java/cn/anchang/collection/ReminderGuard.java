package cn.anchang.collection;

import cn.anchang.collection.Recipients.Recipient;
import cn.anchang.mail.LetterGuard;
import cn.anchang.mail.LetterState;
import cn.anchang.payment.DueInstalments;
import cn.anchang.payment.DueLine;
import cn.anchang.salescase.SaleContact;
import cn.anchang.salescase.SaleContacts;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks again before a reminder leaves: who has paid, was given more time or is not to be reminded gets no letter, who has paid a part
 * reads what is left, and nobody is written to at night (R17).
 */
@Component
class ReminderGuard implements LetterGuard {

    static final String NAME = "payment-reminder";

    private final ReminderRows rows;
    private final DueInstalments due;
    private final SaleContacts contacts;
    private final Recipients recipients;
    private final ReminderTexts texts;
    private final PaymentReminders reminders;
    private final ReminderSettings settings;
    private final Sentences sentences;
    private final Clock clock;

    ReminderGuard(
            ReminderRows rows,
            DueInstalments due,
            SaleContacts contacts,
            Recipients recipients,
            ReminderTexts texts,
            PaymentReminders reminders,
            ReminderSettings settings,
            Sentences sentences,
            Clock clock) {
        this.rows = rows;
        this.due = due;
        this.contacts = contacts;
        this.recipients = recipients;
        this.texts = texts;
        this.reminders = reminders;
        this.settings = settings;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict ask(UUID letter) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ReminderRows.Checked checked = rows.check(letter, now.toLocalDate());
        Reminder reminder = checked.reminder();
        Optional<DueLine> line = due.line(reminder.account(), reminder.kind(), reminder.dueOn(), reminder.nth());
        if (line.isEmpty()) {
            return held("changed");
        } else if (!line.get().rest().isPositive()) {
            return held("paid");
        } else if (checked.heldUntil() != null) {
            return held("held", checked.heldUntil(), checked.heldBecause());
        } else if (isOvertaken(reminder, now.toLocalDate())) {
            return held("overtaken");
        } else if (!isOpen(now.toLocalTime())) {
            return new Verdict.NotBefore(opensAfter(now).toInstant());
        } else if (!line.get().rest().equals(reminder.rest())) {
            return withWhatIsLeft(reminder, line.get());
        }
        return new Verdict.Send();
    }

    private Verdict held(String why, Object... details) {
        return new Verdict.HoldBack(sentences.text("reminder.out." + why, details));
    }

    /** The letter waited so long that a later one is due, or a person has taken over. What somebody sends again is meant as it is. */
    private boolean isOvertaken(Reminder reminder, LocalDate today) {
        OptionalInt level = settings.levelAt(ChronoUnit.DAYS.between(reminder.dueOn(), today));
        return reminder.resendOf() == null && (level.isEmpty() || level.getAsInt() > reminder.level());
    }

    private boolean isOpen(LocalTime time) {
        return !time.isBefore(settings.windowFrom()) && time.isBefore(settings.windowUntil());
    }

    private ZonedDateTime opensAfter(ZonedDateTime now) {
        ZonedDateTime opening = now.with(settings.windowFrom());
        return opening.isAfter(now) ? opening : opening.plusDays(1);
    }

    private Verdict withWhatIsLeft(Reminder reminder, DueLine line) {
        SaleContact sale = contacts.of(Set.of(line.account())).get(line.account());
        Recipient recipient = recipients.of(line, sale);
        rows.asksFor(reminder.id(), line.rest());
        return new Verdict.SendInstead(texts.letter(line, reminder.level(), sale, recipient));
    }

    @Override
    public void sent(Collection<UUID> letters) {
        rows.lettersSent(letters);
    }

    @Override
    public void ended(UUID letter, LetterState state, String words) {
        switch (state) {
            case SUPPRESSED -> rows.letterEnded(letter, ReminderState.SUPPRESSED, words);
            case FAILED -> {
                Reminder reminder = rows.byLetter(letter).orElseThrow();
                rows.letterEnded(
                        letter,
                        ReminderState.CALL,
                        sentences.text("reminder.call.refused." + reminder.audience(), words));
                reminders.call(reminder, contacts.of(Set.of(reminder.account())).get(reminder.account()));
            }
            case SENT, WAITING -> throw new IllegalArgumentException(state + " is no end for " + letter);
        }
    }
}
