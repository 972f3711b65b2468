package cn.anchang.customer;

import cn.anchang.shared.Masked;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be read of customers, numbers masked (R35). */
@Service
@Transactional(readOnly = true)
public class Customers {

    private final CustomerRows customers;
    private final Visits visits;
    private final IntentRegistrations registrations;
    private final FeedbackNotes notes;
    private final PersonalData personalData;

    Customers(
            CustomerRows customers,
            Visits visits,
            IntentRegistrations registrations,
            FeedbackNotes notes,
            PersonalData personalData) {
        this.customers = customers;
        this.visits = visits;
        this.registrations = registrations;
        this.notes = notes;
        this.personalData = personalData;
    }

    /** @throws IllegalArgumentException when there is no such customer */
    public CustomerCard card(UUID customerId) {
        Customer customer = customers
                .findById(customerId)
                .orElseThrow(() -> new IllegalArgumentException("No customer " + customerId));
        return new CustomerCard(
                customer.id(),
                customer.no(),
                customer.name(),
                customer.maskedName(),
                customer.kind(),
                Masked.phone(customer.phone()),
                customer.idType(),
                customer.idNoSealed() == null
                        ? null
                        : Masked.idNo(personalData.open(customer.idNoSealed(), customer.id())),
                customer.email(),
                customer.channel(),
                customer.segment(),
                customer.grade(),
                customer.state(),
                customer.owner(),
                customer.protectedUntil(),
                customer.intent(),
                customer.coBuyers(),
                visits.countByCustomerId(customerId),
                notes.findFirstByCustomerIdOrderByNotedAtDesc(customerId)
                        .map(FeedbackNote::said)
                        .orElse(null));
    }

    /** The customers whose name contains this; none for a blank. */
    public List<UUID> named(String part, int most) {
        return part == null || part.isBlank() ? List.of() : customers.named(part.strip(), Limit.of(most));
    }

    /** The name in clear, for papers and for those who take the money; empty for a customer unknown. */
    public String nameOf(UUID customerId) {
        return customers.findById(customerId).map(Customer::name).orElse("");
    }

    public long count() {
        return customers.count();
    }

    /** The latest visit, with what was said at it. */
    public Optional<VisitView> lastVisit(UUID customerId) {
        return visits.findFirstByCustomerIdOrderByVisitedAtDesc(customerId).map(this::view);
    }

    public Optional<VisitView> visit(UUID visitId) {
        return visits.findById(visitId).map(this::view);
    }

    private VisitView view(Visit visit) {
        Optional<IntentRegistration> registered = registrations.findById(visit.id());
        return new VisitView(
                visit.id(),
                visit.customerId(),
                visit.projectId(),
                visit.visitedAt(),
                visit.isFirst(),
                visit.partySize(),
                visit.channel(),
                visit.consultant(),
                registered.map(IntentRegistration::grade).orElse(null),
                registered.map(IntentRegistration::intent).orElse(Intent.NONE),
                notes.findByVisitIdOrderByNotedAt(visit.id()).stream()
                        .map(FeedbackNote::said)
                        .toList());
    }
}
