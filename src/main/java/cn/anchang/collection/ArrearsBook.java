package cn.anchang.collection;

import cn.anchang.approval.Documents;
import cn.anchang.salescase.SaleContact;
import cn.anchang.salescase.SaleContacts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is overdue and how far each has come; read only. */
@Service
@Transactional(readOnly = true)
public class ArrearsBook {

    private final ArrearsRows rows;
    private final LateFees fees;
    private final SaleContacts contacts;
    private final Documents documents;
    private final Clock clock;

    ArrearsBook(ArrearsRows rows, LateFees fees, SaleContacts contacts, Documents documents, Clock clock) {
        this.rows = rows;
        this.fees = fees;
        this.contacts = contacts;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The longest overdue first; of those that are over, the latest.
     *
     * @param text part of a name, unit, case or contract number; blank for all
     * @param consultant whose sales, or null for all
     * @param closed the projects that are not to be seen
     */
    public List<ArrearsView> list(boolean over, String text, String consultant, Set<UUID> closed, int most) {
        List<Arrears> found = rows.find(over, text == null ? "" : text.strip(), consultant, closed, most);
        Map<UUID, SaleContact> sales =
                contacts.of(found.stream().map(Arrears::account).collect(Collectors.toSet()));
        Map<UUID, LateFees.Owed> owed = fees.of(found);
        return found.stream()
                .map(arrears -> view(arrears, sales.get(arrears.account()), owed.get(arrears.id())))
                .toList();
    }

    public Optional<ArrearsView> find(UUID id) {
        return rows.byId(id)
                .map(arrears -> view(
                        arrears,
                        contacts.of(Set.of(arrears.account())).get(arrears.account()),
                        fees.of(List.of(arrears)).get(arrears.id())));
    }

    /** The letters that were approved for this account, the latest first. */
    public List<DemandLetter> lettersFor(UUID account) {
        return rows.approvedFor(account).stream().map(this::letter).toList();
    }

    /** The letter about these arrears as it was approved last; empty before. */
    public Optional<DemandLetter> letter(UUID id) {
        return rows.byId(id).filter(arrears -> arrears.demandVersion() != null).map(this::letter);
    }

    private DemandLetter letter(Arrears arrears) {
        SaleContact sale = contacts.of(Set.of(arrears.account())).get(arrears.account());
        return documents
                .content(arrears.demandVersion(), DemandContent.class)
                .letter(
                        documents.view(arrears.demandId()).no(),
                        sale.customerName(),
                        documents.versionView(arrears.demandVersion()).preparedBy());
    }

    /** What people did about it, the earliest first. */
    public List<ArrearsNote> notes(UUID id) {
        return rows.notes(id);
    }

    private ArrearsView view(Arrears arrears, SaleContact sale, LateFees.Owed owed) {
        LocalDate until = arrears.endedAt() == null
                ? LocalDate.now(clock)
                : LocalDate.ofInstant(arrears.endedAt(), clock.getZone());
        return new ArrearsView(
                arrears, sale, owed.rest(), owed.charge(), ChronoUnit.DAYS.between(arrears.dueOn(), until));
    }
}
