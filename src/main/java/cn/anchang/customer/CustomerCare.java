package cn.anchang.customer;

import cn.anchang.customer.CareOutcome.ChangedMeanwhile;
import cn.anchang.customer.CareOutcome.ConsultantMissing;
import cn.anchang.customer.CareOutcome.Done;
import cn.anchang.customer.CareOutcome.NextDayByTask;
import cn.anchang.customer.CareOutcome.NextDayTooLate;
import cn.anchang.customer.CareOutcome.NotFollowedByYou;
import cn.anchang.customer.CareOutcome.NotThereAnyMore;
import cn.anchang.customer.CareOutcome.NothingSaid;
import cn.anchang.customer.CareOutcome.OnlyTheSiteManager;
import cn.anchang.customer.CareOutcome.ReasonMissing;
import cn.anchang.customer.CareOutcome.StillProtected;
import cn.anchang.customer.CareOutcome.TheirsAlready;
import cn.anchang.customer.CustomerSales.Talk;
import cn.anchang.customer.Unreadable.EmailUnreadable;
import cn.anchang.customer.Unreadable.NextStepInThePast;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done for a customer between the steps of a sale: calls, corrections of the row, another consultant. Moves no step. */
@Service
@Transactional
public class CustomerCare {

    private final CustomerRows customers;
    private final Visits visits;
    private final FeedbackNotes notes;
    private final ChangesOfCustomers changes;
    private final Consultants consultants;
    private final ProtectionRules protection;
    private final FollowUpRhythm rhythm;
    private final ObjectProvider<CustomerSales> sales;
    private final ApplicationEventPublisher events;
    private final Sentences sentences;
    private final Clock clock;

    CustomerCare(
            CustomerRows customers,
            Visits visits,
            FeedbackNotes notes,
            ChangesOfCustomers changes,
            Consultants consultants,
            ProtectionRules protection,
            FollowUpRhythm rhythm,
            ObjectProvider<CustomerSales> sales,
            ApplicationEventPublisher events,
            Sentences sentences,
            Clock clock) {
        this.customers = customers;
        this.visits = visits;
        this.notes = notes;
        this.changes = changes;
        this.consultants = consultants;
        this.protection = protection;
        this.rhythm = rhythm;
        this.sales = sales;
        this.events = events;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** A call protects the customer (R25) and is kept; while a sale is talked about, the next day is agreed in its task. */
    public CareOutcome recordCall(UUID customerId, CallNote note, String by) {
        Optional<Customer> found = locked(customerId);
        if (found.isEmpty()) {
            return new NotThereAnyMore();
        }
        Customer customer = found.get();
        if (!mayCareFor(customer, by)) {
            return new NotFollowedByYou();
        }
        CustomerText text = new CustomerText();
        String said = text.note(CustomerField.SAID, note.said(), CustomerText.NOTE);
        String suggestion = text.note(CustomerField.SUGGESTION, note.suggestion(), CustomerText.NOTE);
        if (!text.isReadable()) {
            return text.refusal();
        } else if (said == null) {
            return new NothingSaid();
        }
        List<Talk> talks = sales.stream()
                .flatMap(one -> one.openTalks(customerId).stream())
                .toList();
        Optional<CareOutcome> refusal = refusalOf(note.nextOn(), customer, talks);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Instant now = clock.instant();
        customer.protectUntil(now.plus(protection.call()));
        if (talks.isEmpty()) {
            customer.spokenWith(now, note.nextOn(), today().plusDays(rhythm.days(customer.grade())));
        } else {
            customer.calledBetween(now);
        }
        UUID visit = visits.findFirstByCustomerIdOrderByVisitedAtDesc(customerId)
                .map(Visit::id)
                .orElse(null);
        notes.save(new FeedbackNote(
                customerId, visit, NoteKind.CALL, new Feedback(said, suggestion, null, note.nextOn()), by, now));
        return new Done();
    }

    private Optional<CareOutcome> refusalOf(LocalDate nextOn, Customer customer, List<Talk> talks) {
        if (nextOn == null) {
            return Optional.empty();
        } else if (!talks.isEmpty()) {
            return Optional.of(new NextDayByTask(talks.get(0).caseNo()));
        } else if (nextOn.isBefore(today())) {
            return Optional.of(new NextStepInThePast());
        }
        int days = rhythm.days(customer.grade());
        LocalDate latest = today().plusDays(days);
        return nextOn.isAfter(latest) ? Optional.of(new NextDayTooLate(days, latest)) : Optional.empty();
    }

    /**
     * Corrects the row.
     *
     * @param version of the row as it was read; another one since, and nothing is changed
     */
    public CareOutcome revise(UUID customerId, long version, CustomerRevision form, String by) {
        Optional<Customer> found = locked(customerId);
        if (found.isEmpty()) {
            return new NotThereAnyMore();
        }
        Customer customer = found.get();
        if (!mayCareFor(customer, by)) {
            return new NotFollowedByYou();
        }
        CustomerText text = new CustomerText();
        CustomerRevision read = read(text, form);
        if (!text.isReadable()) {
            return text.refusal();
        } else if (customer.version() != version) {
            return new ChangedMeanwhile();
        }
        List<String> differences = CustomerDifferences.between(customer.asRevision(), read, sentences);
        if (!differences.isEmpty()) {
            boolean regraded = customer.grade() != read.grade();
            customer.revise(read);
            if (regraded) {
                customer.keepRhythm(today().plusDays(rhythm.days(customer.grade())));
            }
            changes.save(new ChangeOfCustomer(
                    customerId, CustomerChangeKind.EDITED, String.join("\n", differences), null, by, clock.instant()));
        }
        return new Done();
    }

    private static CustomerRevision read(CustomerText text, CustomerRevision form) {
        String name = text.line(CustomerField.NAME, form.name(), CustomerText.NAME);
        text.require(CustomerField.NAME, name);
        text.require(CustomerField.CHANNEL, form.channel());
        String email = text.line(CustomerField.EMAIL, form.email(), CustomerText.LINE);
        if (email != null && !CustomerText.EMAIL.matcher(email).matches()) {
            text.refuse(new EmailUnreadable(email.length() > 80 ? email.substring(0, 80) : email));
        }
        return new CustomerRevision(
                name,
                form.segment(),
                form.grade(),
                form.channel(),
                email,
                text.intent(form.intent()),
                text.note(CustomerField.CO_BUYERS, form.coBuyers(), CustomerText.NOTE),
                text.note(CustomerField.REMARK, form.remark(), CustomerText.NOTE));
    }

    /**
     * Gives the customer, and what is open of them, to another consultant; only the site manager does. While the customer is protected
     * (R25) it takes the consultant's agreement, or that they have left.
     *
     * @param agreed whether the consultant agrees or has left
     */
    public CareOutcome handOver(UUID customerId, String to, String reason, boolean agreed, String by) {
        if (!consultants.maySeeEveryNumber(by)) {
            return new OnlyTheSiteManager();
        }
        Optional<Customer> found = locked(customerId);
        if (found.isEmpty()) {
            return new NotThereAnyMore();
        }
        Customer customer = found.get();
        CustomerText text = new CustomerText();
        String why = text.note(CustomerField.REASON, reason, CustomerText.LINE);
        if (!text.isReadable()) {
            return text.refusal();
        }
        Optional<String> next = to == null || to.isBlank() ? Optional.empty() : consultants.find(to.strip());
        Instant now = clock.instant();
        if (next.isEmpty()) {
            return new ConsultantMissing();
        } else if (next.get().equals(customer.owner())) {
            return new TheirsAlready(consultants.nameOf(customer.owner()));
        } else if (why == null) {
            return new ReasonMissing();
        } else if (customer.isProtected(now) && !agreed) {
            return new StillProtected(consultants.nameOf(customer.owner()), customer.protectedUntil());
        }
        String from = customer.owner();
        customer.giveUpProtection();
        customer.handTo(next.get(), now);
        customer.protectUntil(now.plus(protection.call()));
        customer.keepRhythm(today().plusDays(rhythm.days(customer.grade())));
        changes.save(new ChangeOfCustomer(
                customerId,
                CustomerChangeKind.HANDED_OVER,
                sentences.text(
                        "customer.changed.value",
                        CustomerField.OWNER,
                        from == null ? sentences.text("customer.nobody") : consultants.nameOf(from),
                        consultants.nameOf(next.get())),
                why,
                by,
                now));
        if (from != null) {
            events.publishEvent(new CustomerHandedOver(customerId, from, next.get()));
        }
        return new Done();
    }

    private boolean mayCareFor(Customer customer, String userId) {
        return Objects.equals(customer.owner(), userId) || consultants.maySeeEveryNumber(userId);
    }

    /** Empty for a customer unknown and for a row merged into another. */
    private Optional<Customer> locked(UUID customerId) {
        return customers.lock(List.of(customerId)).stream()
                .filter(customer -> customer.mergedInto() == null)
                .findFirst();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
