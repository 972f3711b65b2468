package cn.anchang.customer;

import cn.anchang.customer.FeedbackOutcome.Noted;
import cn.anchang.customer.PhoneCheck.PhoneFree;
import cn.anchang.customer.PhoneCheck.PhoneKnown;
import cn.anchang.customer.RegistrationOutcome.OtherId;
import cn.anchang.customer.RegistrationOutcome.Registered;
import cn.anchang.customer.RevealOutcome.NotYourCustomer;
import cn.anchang.customer.RevealOutcome.NothingToReveal;
import cn.anchang.customer.RevealOutcome.Revealed;
import cn.anchang.customer.Unreadable.EmailUnreadable;
import cn.anchang.customer.Unreadable.IdNoUnreadable;
import cn.anchang.customer.Unreadable.IdTypeMissing;
import cn.anchang.customer.Unreadable.NextStepInThePast;
import cn.anchang.customer.Unreadable.PartySizeImplausible;
import cn.anchang.customer.Unreadable.PhoneUnreadable;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where visitors are received and followed: registers them, notes what came of a talk, keeps whose customer each is. */
@Service
@Transactional
public class CustomerDesk {

    static final int LARGEST_PARTY = 50;

    private final CustomerRows customers;
    private final Visits visits;
    private final IntentRegistrations registrations;
    private final FeedbackNotes notes;
    private final Reveals reveals;
    private final PersonalData personalData;
    private final Consultants consultants;
    private final ProtectionRules protection;
    private final FollowUpRhythm rhythm;
    private final ChangesOfCustomers changes;
    private final Sentences sentences;
    private final Clock clock;

    CustomerDesk(
            CustomerRows customers,
            Visits visits,
            IntentRegistrations registrations,
            FeedbackNotes notes,
            Reveals reveals,
            PersonalData personalData,
            Consultants consultants,
            ProtectionRules protection,
            FollowUpRhythm rhythm,
            ChangesOfCustomers changes,
            Sentences sentences,
            Clock clock) {
        this.customers = customers;
        this.visits = visits;
        this.registrations = registrations;
        this.notes = notes;
        this.reveals = reveals;
        this.personalData = personalData;
        this.consultants = consultants;
        this.protection = protection;
        this.rhythm = rhythm;
        this.changes = changes;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * Receives a visitor. A known phone joins the known customer, who keeps name and consultant; an unknown one becomes a customer of
     * this consultant. Either way the visit and what was said at it are kept, and the protection (R25) begins anew. A colleague of the
     * customer's consultant fills in what was not known, and overwrites nothing.
     *
     * @param consultant user id of who receives
     */
    public RegistrationOutcome register(VisitRegistration form, String consultant) {
        CustomerText text = new CustomerText();
        String name = text.line(CustomerField.NAME, form.name(), CustomerText.NAME);
        text.require(CustomerField.NAME, name);
        Phone phone = readPhone(text, form.phone());
        String idNo = readIdNo(text, form.idType(), form.idNo());
        String email = readEmail(text, form.email());
        Intent intent = text.intent(form.intent());
        String coBuyers = text.note(CustomerField.CO_BUYERS, form.coBuyers(), CustomerText.NOTE);
        Feedback said = readFeedback(
                text, new Feedback(form.feedback(), form.suggestion(), form.nextStep(), form.nextStepOn()));
        text.require(CustomerField.KIND, form.kind());
        text.require(CustomerField.CHANNEL, form.channel());
        text.require(CustomerField.PROJECT, form.projectId());
        text.require(CustomerField.PARTY_SIZE, form.partySize());
        if (form.partySize() != null && (form.partySize() < 1 || form.partySize() > LARGEST_PARTY)) {
            text.refuse(new PartySizeImplausible(LARGEST_PARTY));
        }
        if (!text.isReadable()) {
            return text.refusal();
        }

        Instant now = clock.instant();
        customers.lockPhone(phone.digits());
        Optional<Customer> known = customers.reachedBy(phone.digits());
        Customer customer =
                known.orElseGet(() -> new Customer(nextNo(), name, form.kind(), phone, form.channel(), now));
        boolean mayUpdate = customer.owner() == null
                || customer.owner().equals(consultant)
                || consultants.maySeeEveryNumber(consultant);
        if (idNo != null) {
            if (customer.idNoSealed() != null
                    && !personalData.open(customer.idNoSealed(), customer.id()).equals(idNo)) {
                return new OtherId();
            }
            if (customer.idNoSealed() == null || mayUpdate) {
                customer.identify(form.idType(), personalData.seal(idNo, customer.id()), personalData.digest(idNo));
            }
        }
        customer.receivedBy(consultant);
        customer.protectUntil(now.plus(protection.visit()));
        customer.advanceTo(CustomerState.VISITED);
        if (mayUpdate) {
            customer.describe(form.segment(), email, coBuyers, null);
            customer.wants(intent);
            if (form.grade() != null) {
                graded(customer, form.grade(), consultant, known.isPresent());
            }
        } else {
            customer.complete(form.segment(), email, coBuyers, intent, form.grade());
        }
        customer.spokenWith(now, said.nextStepOn(), byRhythm(customer));
        customers.save(customer);
        Visit visit = visits.save(new Visit(
                customer.id(),
                form.projectId(),
                now,
                !visits.existsByCustomerIdAndProjectId(customer.id(), form.projectId()),
                form.partySize(),
                form.channel(),
                consultant));
        registrations.save(new IntentRegistration(visit.id(), form.grade(), intent));
        if (!said.isEmpty()) {
            notes.save(new FeedbackNote(customer.id(), visit.id(), NoteKind.TALK, said, consultant, now));
        }
        return new Registered(customer.id(), customer.no(), visit.id(), customer.owner(), known.isPresent());
    }

    /** Whether a phone is known, and whose customer it is; nothing else of the customer's is told. */
    @Transactional(readOnly = true)
    public PhoneCheck knownPhone(String typed) {
        Optional<Phone> phone = Phone.read(typed);
        if (phone.isEmpty()) {
            return new PhoneUnreadable(typed == null ? "" : typed);
        }
        Optional<Customer> known = customers.reachedBy(phone.get().digits());
        if (known.isEmpty()) {
            return new PhoneFree();
        }
        String owner = known.get().owner();
        return new PhoneKnown(owner, owner == null ? null : consultants.nameOf(owner));
    }

    /** A known customer was at the site again; protection (R25) begins anew. */
    public UUID recordVisit(UUID customerId, UUID projectId, int partySize, String consultant) {
        Customer customer = known(customerId);
        Instant now = clock.instant();
        customer.protectUntil(now.plus(protection.visit()));
        customer.advanceTo(CustomerState.VISITED);
        customer.spokenWith(now, null, byRhythm(customer));
        Visit visit = new Visit(
                customerId,
                projectId,
                now,
                !visits.existsByCustomerIdAndProjectId(customerId, projectId),
                partySize,
                customer.channel(),
                consultant);
        return visits.save(visit).id();
    }

    /**
     * Notes what came of a talk with the customer, beside what came of earlier ones. A talk protects the customer (R25).
     *
     * @param consultant user id of who talked
     */
    public FeedbackOutcome recordFeedback(UUID customerId, Feedback feedback, String consultant) {
        CustomerText text = new CustomerText();
        Feedback said = readFeedback(text, feedback);
        if (!text.isReadable()) {
            return text.refusal();
        }
        Customer customer = known(customerId);
        Instant now = clock.instant();
        customer.protectUntil(now.plus(protection.call()));
        customer.spokenWith(now, said.nextStepOn(), byRhythm(customer));
        if (!said.isEmpty()) {
            UUID visit = visits.findFirstByCustomerIdOrderByVisitedAtDesc(customerId)
                    .map(Visit::id)
                    .orElse(null);
            notes.save(new FeedbackNote(customerId, visit, NoteKind.TALK, said, consultant, now));
        }
        return new Noted();
    }

    /** The grade sets the rhythm of the talks that are not agreed to the day (R25). */
    public void grade(UUID customerId, Grade grade, String by) {
        Customer customer = known(customerId);
        graded(customer, grade, by, true);
        customer.keepRhythm(byRhythm(customer));
    }

    private void graded(Customer customer, Grade grade, String by, boolean noted) {
        if (noted && customer.grade() != null && customer.grade() != grade) {
            changes.save(new ChangeOfCustomer(
                    customer.id(),
                    CustomerChangeKind.GRADED,
                    sentences.text("customer.changed.value", CustomerField.GRADE, customer.grade(), grade),
                    null,
                    by,
                    clock.instant()));
        }
        customer.grade(grade);
    }

    private LocalDate byRhythm(Customer customer) {
        return LocalDate.now(clock).plusDays(rhythm.days(customer.grade()));
    }

    /** The customer has come as far as this; an earlier state changes nothing, a lost customer is found again. */
    public void advance(UUID customerId, CustomerState state) {
        known(customerId).advanceTo(state);
    }

    /** The deal was undone (挞定, 退定): the customer is no longer a buyer, and not lost either. */
    public void dealUndone(UUID customerId) {
        Customer customer = known(customerId);
        customer.dealUndone();
        customer.keepRhythm(byRhythm(customer));
    }

    /** @param note may be null */
    public FeedbackOutcome markLost(UUID customerId, LostReason reason, String note) {
        CustomerText text = new CustomerText();
        String why = text.note(CustomerField.LOST_NOTE, note, CustomerText.NOTE);
        if (!text.isReadable()) {
            return text.refusal();
        }
        known(customerId).lose(reason, why);
        return new Noted();
    }

    /** Shows a masked number in clear to somebody entitled, and writes down that it did (R35). */
    public RevealOutcome reveal(UUID customerId, Personal what, String userId) {
        Customer customer = known(customerId);
        if (!userId.equals(customer.owner()) && !consultants.maySeeEveryNumber(userId)) {
            return new NotYourCustomer();
        }
        String value = what == Personal.PHONE ? customer.phone() : idNo(customer);
        if (value == null) {
            return new NothingToReveal();
        }
        reveals.save(new Reveal(customerId, what, userId, clock.instant()));
        return new Revealed(value);
    }

    /** A paper was made or printed on which the numbers stand in clear, because who reads it needs them; that is noted as well (R35). */
    public void shownOnPaper(UUID customerId, String userId) {
        for (Personal what : Personal.values()) {
            reveals.save(new Reveal(customerId, what, userId, clock.instant()));
        }
    }

    private String idNo(Customer customer) {
        return customer.idNoSealed() == null ? null : personalData.open(customer.idNoSealed(), customer.id());
    }

    private Customer known(UUID customerId) {
        return customers
                .findById(customerId)
                .orElseThrow(() -> new IllegalArgumentException("No customer " + customerId));
    }

    private String nextNo() {
        return "K%06d".formatted(customers.nextNumber());
    }

    private static Phone readPhone(CustomerText text, String typed) {
        if (typed == null || typed.isBlank()) {
            text.refuse(new Unreadable.FieldMissing(CustomerField.PHONE));
            return null;
        }
        Optional<Phone> phone = Phone.read(typed);
        if (phone.isEmpty()) {
            text.refuse(new PhoneUnreadable(typed.length() > 40 ? typed.substring(0, 40) : typed));
        }
        return phone.orElse(null);
    }

    private static String readIdNo(CustomerText text, IdType type, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (type == null) {
            text.refuse(new IdTypeMissing());
            return null;
        }
        Optional<String> number = IdNumbers.read(type, typed);
        if (number.isEmpty()) {
            text.refuse(new IdNoUnreadable(type));
        }
        return number.orElse(null);
    }

    private static String readEmail(CustomerText text, String typed) {
        String email = text.line(CustomerField.EMAIL, typed, CustomerText.LINE);
        if (email != null && !CustomerText.EMAIL.matcher(email).matches()) {
            text.refuse(new EmailUnreadable(email.length() > 80 ? email.substring(0, 80) : email));
        }
        return email;
    }

    private Feedback readFeedback(CustomerText text, Feedback typed) {
        Feedback said = text.feedback(typed);
        if (said.nextStepOn() != null && said.nextStepOn().isBefore(LocalDate.now(clock))) {
            text.refuse(new NextStepInThePast());
        }
        return said;
    }
}
