package cn.anchang.salescase;

import cn.anchang.customer.Customers;
import cn.anchang.customer.PersonalData;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.payment.Ledger;
import cn.anchang.salescase.CaseFile.ClearBuyer;
import cn.anchang.salescase.CaseFile.MaskedBuyer;
import cn.anchang.shared.Masked;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be read of a case, and by whom. */
@Service
@Transactional(readOnly = true)
public class CaseFiles {

    /** Who reads every sale, from its first day on. */
    public static final Set<String> ALWAYS =
            Set.of(Staff.SITE_MANAGER, Staff.FINANCE, Staff.MANAGEMENT, Staff.MARKETING_DIRECTOR);

    /** Who reads a sale once its deal is done. */
    public static final Set<String> AFTER_THE_DEAL = Set.of(Staff.MARKETING, Staff.CUSTOMER_SERVICE);

    public static final Set<CaseState> DEAL_DONE =
            Collections.unmodifiableSet(EnumSet.of(CaseState.CHECKED, CaseState.COMPLETED));

    private final SalesCases cases;
    private final Subscriptions subscriptions;
    private final SalesContracts contracts;
    private final DealChecklists checklists;
    private final AftercareSteps steps;
    private final Milestones milestones;
    private final Notices notices;
    private final Customers customers;
    private final PersonalData personalData;
    private final UnitCatalogue units;
    private final Ledger ledger;
    private final Staff staff;
    private final Sites sites;

    CaseFiles(
            SalesCases cases,
            Subscriptions subscriptions,
            SalesContracts contracts,
            DealChecklists checklists,
            AftercareSteps steps,
            Milestones milestones,
            Notices notices,
            Customers customers,
            PersonalData personalData,
            UnitCatalogue units,
            Ledger ledger,
            Staff staff,
            Sites sites) {
        this.cases = cases;
        this.subscriptions = subscriptions;
        this.contracts = contracts;
        this.checklists = checklists;
        this.steps = steps;
        this.milestones = milestones;
        this.notices = notices;
        this.customers = customers;
        this.personalData = personalData;
        this.units = units;
        this.ledger = ledger;
        this.staff = staff;
        this.sites = sites;
    }

    public Optional<CaseFile> of(UUID caseId) {
        return cases.findById(caseId).map(this::file);
    }

    /**
     * The file for somebody who may read the case: its consultant, those who answer for its site or the money, and once the deal is
     * done those who wind it up. Empty for anybody else, as if there were no such case.
     */
    public Optional<CaseFile> readableBy(UUID caseId, String userId) {
        return cases.findById(caseId)
                .filter(salesCase -> mayRead(salesCase, userId))
                .map(this::file);
    }

    /** The buyers with their numbers in clear, for papers that would be worth nothing without; none before the subscription. */
    public List<ClearBuyer> buyersInClear(UUID caseId) {
        return subscriptions.findByCaseId(caseId).stream()
                .flatMap(signed -> signed.buyers().stream())
                .map(buyer -> new ClearBuyer(
                        buyer.name(),
                        buyer.idType(),
                        personalData.open(buyer.idNoSealed(), caseId),
                        buyer.phoneSealed() == null ? "" : personalData.open(buyer.phoneSealed(), caseId),
                        buyer.sharePercent()))
                .toList();
    }

    /** The sales that have come so far and no farther, the oldest first. */
    public List<SalesCase> inState(CaseState state) {
        return cases.findByStateOrderByOpenedAt(state);
    }

    public boolean mayRead(SalesCase salesCase, String userId) {
        if (!sites.isOpenTo(userId, salesCase.projectId())) {
            return false;
        }
        Set<String> groups = staff.groupsOf(userId);
        return salesCase.consultant().equals(userId)
                || groups.stream().anyMatch(ALWAYS::contains)
                || DEAL_DONE.contains(salesCase.state()) && groups.stream().anyMatch(AFTER_THE_DEAL::contains);
    }

    /** Those of these sales that the person may read. */
    public Set<UUID> readableOf(Collection<UUID> caseIds, String userId) {
        if (caseIds.isEmpty()) {
            return Set.of();
        }
        Set<String> groups = staff.groupsOf(userId);
        if (groups.stream().anyMatch(ALWAYS::contains)) {
            return Set.copyOf(caseIds);
        }
        return Set.copyOf(cases.idsOf(
                caseIds,
                userId,
                groups.stream().anyMatch(AFTER_THE_DEAL::contains) ? DEAL_DONE : EnumSet.noneOf(CaseState.class)));
    }

    private CaseFile file(SalesCase salesCase) {
        UUID caseId = salesCase.id();
        Optional<Subscription> subscription = subscriptions.findByCaseId(caseId);
        return new CaseFile(
                salesCase,
                customers.card(salesCase.customerId()),
                units.unitOf(caseId),
                subscription,
                subscription.stream()
                        .flatMap(signed -> signed.buyers().stream())
                        .map(buyer -> masked(buyer, caseId))
                        .toList(),
                contracts.findByCaseId(caseId),
                checklists.findByCaseId(caseId),
                steps.findByCaseIdOrderByDueOn(caseId),
                milestones.ofCase(caseId),
                notices.findByCaseIdOrderByNoticedAt(caseId),
                ledger.statement(caseId));
    }

    private MaskedBuyer masked(Buyer buyer, UUID caseId) {
        return new MaskedBuyer(
                buyer.name(),
                buyer.idType(),
                Masked.idNo(personalData.open(buyer.idNoSealed(), caseId)),
                buyer.phoneSealed() == null ? "" : Masked.phone(personalData.open(buyer.phoneSealed(), caseId)),
                buyer.sharePercent());
    }
}
