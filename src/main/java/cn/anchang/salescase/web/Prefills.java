package cn.anchang.salescase.web;

import cn.anchang.customer.CustomerCard;
import cn.anchang.customer.Feedback;
import cn.anchang.customer.Grade;
import cn.anchang.customer.LostReason;
import cn.anchang.inventory.HoldRules;
import cn.anchang.inventory.OccupiedUnit;
import cn.anchang.mortgage.MortgagePrefills;
import cn.anchang.organization.Staff;
import cn.anchang.payment.Fault;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.LoanKind;
import cn.anchang.payment.PaymentState;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.PlanProposal;
import cn.anchang.payment.RefundTo;
import cn.anchang.payment.Settlement;
import cn.anchang.payment.Statement.PaymentView;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.DealTexts;
import cn.anchang.salescase.SalePlans;
import cn.anchang.salescase.SalesCase;
import cn.anchang.salescase.SalesContract;
import cn.anchang.salescase.SalesRules;
import cn.anchang.salescase.SpecialPrice;
import cn.anchang.salescase.Subscription;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a task's form starts with, so that people confirm more than they type. */
@Component
class Prefills {

    private record Choice(String code, String name) {}

    private final SalesRules rules;
    private final HoldRules holdRules;
    private final DealTexts texts;
    private final SalePlans plans;
    private final MortgagePrefills mortgages;
    private final Ledger ledger;
    private final Staff staff;
    private final Sentences sentences;
    private final Site site;
    private final Clock clock;

    Prefills(
            SalesRules rules,
            HoldRules holdRules,
            DealTexts texts,
            SalePlans plans,
            MortgagePrefills mortgages,
            Ledger ledger,
            Staff staff,
            Sentences sentences,
            Site site,
            Clock clock) {
        this.rules = rules;
        this.holdRules = holdRules;
        this.texts = texts;
        this.plans = plans;
        this.mortgages = mortgages;
        this.ledger = ledger;
        this.staff = staff;
        this.sentences = sentences;
        this.site = site;
        this.clock = clock;
    }

    Map<String, Object> of(String taskKey, CaseFile file, String userId) {
        Map<String, Object> values = new LinkedHashMap<>();
        switch (taskKey) {
            case "userTask_negotiate", "userTask_followUp" -> negotiation(values, file.customer());
            case "userTask_chooseUnit" -> unitChoice(values, file, userId);
            case "userTask_collectDeposit" -> deposit(values, file);
            case "userTask_signSubscription" -> subscription(values, file);
            case "userTask_superviseSubscription" -> values.put("days", 1);
            case "userTask_collectFirstPayment" -> firstPayment(values, file);
            case "userTask_signContract" -> contract(values, file);
            case "userTask_handleOverdue" -> overdue(values, file);
            case "userTask_ruleForfeit" -> ruling(values, file);
            case "userTask_refund" -> refund(values, file);
            case "userTask_fileContract" -> filing(values, file);
            case "userTask_checkDeal" -> values.put("lines", texts.checklist());
            case "userTask_handOverPapers" -> papers(values, file);
            case "userTask_handOverUnit" -> {
                values.put("handedOn", today());
                values.put("receivedBy", payer(file));
            }
            case "userTask_registerTitle" -> values.put("registeredOn", today());
            case "userTask_writeSummary" -> values.put("guide", texts.writingGuide());
            case "userTask_chooseBank",
                    "userTask_collectPapers",
                    "userTask_submitLoan",
                    "userTask_recordAnswer",
                    "userTask_handleLoanRefusal",
                    "userTask_signLoan",
                    "userTask_recordRelease" ->
                values.putAll(mortgages.of(
                        taskKey,
                        caseId(file),
                        file.buyers().stream().map(CaseFile.MaskedBuyer::name).toList()));
            default -> throw new IllegalArgumentException("No form is known for " + taskKey);
        }
        return values;
    }

    private void negotiation(Map<String, Object> values, CustomerCard customer) {
        Feedback last = customer.lastFeedback();
        Grade grade = customer.grade();
        values.put("grade", grade);
        values.put("feedback", last == null ? null : last.feedback());
        values.put("suggestion", last == null ? null : last.suggestion());
        values.put("visits", customer.visits());
        values.put("earliestFollowUpOn", today().plusDays(1));
        values.put("lastFollowUpOn", today().plusDays(rules.followUp().days(grade)));
        values.put(
                "lostReasons",
                Arrays.stream(LostReason.values())
                        .map(reason -> new Choice(reason.name(), sentences.name(reason)))
                        .toList());
    }

    private void unitChoice(Map<String, Object> values, CaseFile file, String userId) {
        values.put("projectId", file.salesCase().projectId());
        values.put(
                "holdHours",
                (staff.isSiteManager(userId) ? holdRules.siteManager() : holdRules.consultant()).toHours());
    }

    private void deposit(Map<String, Object> values, CaseFile file) {
        OccupiedUnit unit = file.unit().orElse(null);
        Money price = unit == null ? file.salesCase().unit().listPrice() : unit.listPrice();
        values.put("listPrice", price);
        values.put("cap", ledger.depositCap(price));
        values.put("payer", file.customer().name());
        values.put("paidOn", today());
        values.put("holdUntil", file.salesCase().holdUntil());
    }

    private void subscription(Map<String, Object> values, CaseFile file) {
        SalesCase salesCase = file.salesCase();
        Optional<SpecialPrice> special = plans.specialPrice(salesCase.id());
        Optional<SpecialPrice> inForce = special.filter(SpecialPrice::holds);
        PaymentTerms terms = inForce.map(SpecialPrice::terms).orElse(PaymentTerms.FULL);
        Map<String, Object> buyer = new LinkedHashMap<>();
        buyer.put("name", file.customer().name());
        buyer.put("idType", file.customer().idType());
        buyer.put("idNo", null);
        buyer.put("phone", null);
        buyer.put("sharePercent", 100);
        values.put("price", plans.price(salesCase.id()));
        values.put("deposit", salesCase.deposit());
        values.put("buyers", List.of(buyer));
        values.put(
                "paymentMethods",
                Arrays.stream(PaymentTerms.values())
                        .filter(offered -> inForce.isEmpty() || offered == terms)
                        .map(offered -> new Choice(offered.name(), sentences.name(offered)))
                        .toList());
        values.put("paymentMethod", terms);
        values.put(
                "planKinds",
                Arrays.stream(PaymentTerms.values())
                        .collect(Collectors.toMap(PaymentTerms::name, offered -> kinds(offered))));
        values.put("approvedPrice", inForce.map(SpecialPrice::no).orElse(null));
        values.put(
                "priceNote",
                special.map(approved -> approved.holds()
                                ? sentences.text(
                                        "price.special",
                                        approved.no(),
                                        approved.price(),
                                        approved.listPrice(),
                                        staff.displayName(approved.approvedBy()))
                                : sentences.text("price.specialVoid", approved.no(), approved.whyNot()))
                        .orElse(null));
        if (plans.draw(salesCase.id(), terms, null, null) instanceof PlanProposal proposal) {
            values.put("plan", proposal.lines());
            values.put("floor", proposal.downPaymentFloor());
            values.put("basis", proposal.basis());
            for (LoanKind kind : terms.loans()) {
                values.put(
                        kind == LoanKind.COMMERCIAL ? "commercialLoan" : "fundLoan",
                        proposal.lines().stream()
                                .filter(line -> line.kind() == kind.line())
                                .map(PlanLine::amount)
                                .reduce(Money.ZERO, Money::plus));
            }
        }
        values.put("signBy", today().plusDays(rules.signing().days()));
    }

    private List<Choice> kinds(PaymentTerms terms) {
        return Arrays.stream(InstalmentKind.values())
                .filter(terms::allows)
                .map(kind -> new Choice(kind.name(), sentences.name(kind)))
                .toList();
    }

    private void firstPayment(Map<String, Object> values, CaseFile file) {
        values.put("dueBySigning", ledger.restBySigning(caseId(file)));
        values.put("payer", payer(file));
        values.put("paidOn", today());
    }

    private void contract(Map<String, Object> values, CaseFile file) {
        values.put("total", file.subscription().orElseThrow().price());
        values.put("signedOn", today());
        values.put("deliverOn", null);
        values.put("penaltyTerms", null);
        values.put("lateFeePerTenThousand", null);
    }

    private void overdue(Map<String, Object> values, CaseFile file) {
        Subscription subscription = file.subscription().orElseThrow();
        values.put("daysLeft", Math.max(0, rules.signing().siteManagerDays() - subscription.extendedDays()));
        values.put("extendedDays", subscription.extendedDays());
        values.put("signBy", subscription.signBy());
    }

    private void ruling(Map<String, Object> values, CaseFile file) {
        Settlement any = ledger.foresee(caseId(file), Fault.NOBODY);
        values.put("deposit", any.deposit());
        values.put("otherMoney", any.otherMoney());
        values.put(
                "outcomes",
                Arrays.stream(Fault.values()).map(fault -> outcome(file, fault)).toList());
        values.put("extendedDays", file.subscription().orElseThrow().extendedDays());
        values.put("proposal", file.subscription().orElseThrow().forfeitProposal());
    }

    private Map<String, Object> outcome(CaseFile file, Fault fault) {
        Settlement settlement = ledger.foresee(caseId(file), fault);
        return Map.of(
                "fault", fault,
                "name", sentences.name(fault),
                "forfeited", settlement.forfeited(),
                "refund", settlement.refund());
    }

    private void refund(Map<String, Object> values, CaseFile file) {
        Money lenders = ledger.refundDue(caseId(file), RefundTo.LENDER);
        RefundTo to = lenders.isPositive() ? RefundTo.LENDER : RefundTo.BUYER;
        values.put("to", to);
        values.put("parties", List.of(new Choice(to.name(), sentences.name(to))));
        values.put("amount", ledger.refundDue(caseId(file), to));
        values.put("payee", to == RefundTo.LENDER ? lender(file) : payer(file));
        values.put("paidOn", today());
    }

    /** Who paid the loan last. */
    private static String lender(CaseFile file) {
        return file.money().orElseThrow().payments().stream()
                .filter(payment -> payment.item() == Item.LOAN && payment.state() == PaymentState.CONFIRMED)
                .map(PaymentView::payer)
                .reduce((earlier, later) -> later)
                .orElse("");
    }

    private void filing(Map<String, Object> values, CaseFile file) {
        values.put("filedOn", today());
        values.put("fileBy", file.contract().map(SalesContract::fileBy).orElse(null));
    }

    private void papers(Map<String, Object> values, CaseFile file) {
        values.put("lines", texts.papers());
        values.put("receivedBy", payer(file));
        values.put("handedOn", today());
    }

    /** Who acts for the buyers: the first of them, before a subscription the customer. */
    private static String payer(CaseFile file) {
        return file.buyers().isEmpty()
                ? file.customer().name()
                : file.buyers().get(0).name();
    }

    private static UUID caseId(CaseFile file) {
        return file.salesCase().id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.timeZone());
    }
}
