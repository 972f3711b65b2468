package cn.anchang.collection;

import cn.anchang.collection.Recipients.Recipient;
import cn.anchang.collection.ReminderOutcome.Called;
import cn.anchang.collection.ReminderOutcome.Held;
import cn.anchang.collection.ReminderOutcome.HoldUnreadable;
import cn.anchang.collection.ReminderOutcome.NoAddressKnown;
import cn.anchang.collection.ReminderOutcome.NotHeld;
import cn.anchang.collection.ReminderOutcome.NothingToRemind;
import cn.anchang.collection.ReminderOutcome.PromiseInThePast;
import cn.anchang.collection.ReminderOutcome.Released;
import cn.anchang.collection.ReminderOutcome.Resent;
import cn.anchang.collection.ReminderOutcome.StillOnItsWay;
import cn.anchang.collection.ReminderOutcome.UnknownSale;
import cn.anchang.mail.LetterView;
import cn.anchang.mail.Outbox;
import cn.anchang.organization.Sites;
import cn.anchang.payment.AccountMoved;
import cn.anchang.payment.DueInstalments;
import cn.anchang.payment.DueLine;
import cn.anchang.salescase.SaleContact;
import cn.anchang.salescase.SaleContacts;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** What people do about reminders: hold one back, send one again, call instead, look up what went. */
@Service
@Transactional
public class ReminderDesk {

    private static final int REASON_LENGTH = 200;

    private final ReminderRows rows;
    private final DueInstalments due;
    private final SaleContacts contacts;
    private final Recipients recipients;
    private final ReminderTexts texts;
    private final Outbox outbox;
    private final ReminderProcess process;
    private final EntityManager entities;
    private final Sites sites;
    private final Clock clock;

    ReminderDesk(
            ReminderRows rows,
            DueInstalments due,
            SaleContacts contacts,
            Recipients recipients,
            ReminderTexts texts,
            Outbox outbox,
            ReminderProcess process,
            EntityManager entities,
            Sites sites,
            Clock clock) {
        this.rows = rows;
        this.due = due;
        this.contacts = contacts;
        this.recipients = recipients;
        this.texts = texts;
        this.outbox = outbox;
        this.process = process;
        this.entities = entities;
        this.sites = sites;
        this.clock = clock;
    }

    /** Nobody is reminded about this sale until the end of that day; letters that wait are held back. */
    public ReminderOutcome hold(UUID account, String reason, LocalDate until, String by) {
        LocalDate today = today();
        if (reason == null
                || reason.isBlank()
                || reason.strip().length() > REASON_LENGTH
                || until == null
                || until.isBefore(today)
                || until.isAfter(today.plusYears(1))) {
            return new HoldUnreadable();
        }
        Hold hold = new Hold(UUID.randomUUID(), account, reason.strip(), until, by, clock.instant());
        return isOpen(account, by) && rows.hold(hold) ? new Held(until) : new UnknownSale();
    }

    public ReminderOutcome release(UUID account, String by) {
        return isOpen(account, by) && rows.release(account, by, clock.instant()) ? new Released() : new NotHeld();
    }

    /** Sent again by a person: a new letter with a Message-ID of its own, to the address known today. */
    public ReminderOutcome resend(UUID reminderId, String by) {
        Reminder reminder = rows.locked(reminderId).orElse(null);
        if (reminder == null || !isOpen(reminder.account(), by)) {
            return new NothingToRemind();
        } else if (reminder.state() == ReminderState.POSTED || rows.isBeingResent(reminderId)) {
            return new StillOnItsWay();
        }
        Optional<DueLine> line = due.line(reminder.account(), reminder.kind(), reminder.dueOn(), reminder.nth())
                .filter(open -> open.rest().isPositive());
        if (line.isEmpty()) {
            return new NothingToRemind();
        }
        SaleContact sale = contacts.of(Set.of(reminder.account())).get(reminder.account());
        Recipient recipient = recipients.of(line.get(), sale);
        if (recipient.to() == null) {
            return new NoAddressKnown();
        }
        UUID letter = UUID.randomUUID();
        Reminder again = reminder.again(UUID.randomUUID(), letter, line.get().rest(), by, clock.instant());
        rows.add(List.of(again));
        outbox.post(letter, texts.letter(line.get(), reminder.level(), sale, recipient));
        return new Resent(again.id(), recipient.to());
    }

    private boolean isOpen(UUID account, String person) {
        SaleContact sale = sale(account);
        return sale != null && sites.isOpenTo(person, sale.projectId());
    }

    /** 致电提醒 is done. */
    public ReminderOutcome called(UUID reminderId, CallForm form, String by) {
        if (form.promisedOn() != null && form.promisedOn().isBefore(today())) {
            return new PromiseInThePast(form.promisedOn());
        }
        rows.called(reminderId, by, clock.instant(), form.note(), form.promisedOn());
        return new Called();
    }

    /** Money came, or the plan has changed: who would be called about what is not owed any more is not called. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(AccountMoved moved) {
        List<Reminder> calls = rows.callsOf(moved.account());
        if (!calls.isEmpty()) {
            entities.flush();
            calls.stream().filter(call -> !isOwed(call)).forEach(call -> {
                rows.ended(call.id(), ReminderState.SETTLED, call.reason());
                process.callNeedless(call.id());
            });
        }
    }

    private boolean isOwed(Reminder call) {
        return due.line(call.account(), call.kind(), call.dueOn(), call.nth())
                .filter(line -> line.rest().isPositive())
                .isPresent();
    }

    @Transactional(readOnly = true)
    public Reminder reminder(UUID id) {
        return rows.byId(id).orElseThrow();
    }

    /** Who is to be called: the buyer, or for a loan's money the bank. */
    @Transactional(readOnly = true)
    public String whom(Reminder reminder) {
        return reminder.audience() == Audience.LENDER
                ? recipients.lenderOf(reminder.account()).orElse("")
                : sale(reminder.account()).customerName();
    }

    /** Whom a reminder is about. */
    @Transactional(readOnly = true)
    public SaleContact sale(UUID account) {
        return contacts.of(Set.of(account)).get(account);
    }

    @Transactional(readOnly = true)
    public List<Hold> holds(String person) {
        List<Hold> holds = rows.holds(today());
        Set<UUID> closed = sites.closedTo(person);
        if (closed.isEmpty()) {
            return holds;
        }
        Map<UUID, SaleContact> sales = sales(holds.stream().map(Hold::account).collect(Collectors.toSet()));
        return holds.stream()
                .filter(hold -> sales.containsKey(hold.account())
                        && !closed.contains(sales.get(hold.account()).projectId()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Map<UUID, SaleContact> sales(Set<UUID> accounts) {
        return contacts.of(accounts);
    }

    /** What went, to whom, and what came back; the latest first. */
    @Transactional(readOnly = true)
    public List<LogLine> log(String text, int most, String person) {
        List<Reminder> reminders = rows.latest(text == null ? "" : text.strip(), sites.closedTo(person), most);
        Map<UUID, SaleContact> sales =
                contacts.of(reminders.stream().map(Reminder::account).collect(Collectors.toSet()));
        return reminders.stream()
                .map(one -> new LogLine(one, sales.get(one.account()), letter(one)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<LogLine> logLine(UUID reminderId, String person) {
        return rows.byId(reminderId)
                .filter(one -> isOpen(one.account(), person))
                .map(one -> new LogLine(one, sale(one.account()), letter(one)));
    }

    private LetterView letter(Reminder reminder) {
        return reminder.letterId() == null
                ? null
                : outbox.letter(reminder.letterId()).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
