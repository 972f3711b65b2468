package cn.anchang.report;

import cn.anchang.collection.DemandLetter;
import cn.anchang.customer.Customers;
import cn.anchang.customer.VisitView;
import cn.anchang.mortgage.MortgageView;
import cn.anchang.organization.Staff;
import cn.anchang.payment.DueRule;
import cn.anchang.payment.ReceiptView;
import cn.anchang.payment.Settlement;
import cn.anchang.payment.Statement;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.DealChecklist;
import cn.anchang.salescase.SalesCase;
import cn.anchang.salescase.SalesContract;
import cn.anchang.salescase.SigningExtension;
import cn.anchang.salescase.Subscription;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What each printed document says of its sale. What is not known is said to be so by a slash, never by a gap. */
@Component
class PaperContents {

    private static final String NONE = "／";

    private final Customers customers;
    private final Staff staff;
    private final Sentences sentences;
    private final Site site;

    PaperContents(Customers customers, Staff staff, Sentences sentences, Site site) {
        this.customers = customers;
        this.staff = staff;
        this.sentences = sentences;
        this.site = site;
    }

    Map<String, Object> intent(CaseFile file) {
        SalesCase sale = file.salesCase();
        VisitView visit = customers.visit(sale.visitId()).orElseThrow();
        Map<String, Object> values = ofCase(file);
        values.put("customerNo", file.customer().no());
        values.put("phone", or(file.customer().maskedPhone()));
        values.put("customerKind", shown(file.customer().kind()));
        values.put(
                "idNo",
                file.customer().idType() == null
                        ? NONE
                        : shown(file.customer().idType()) + " "
                                + or(file.customer().maskedIdNo()));
        values.put("email", or(file.customer().email()));
        values.put(
                "visitedOn",
                shown(day(visit.visitedAt()))
                        + sentences.text(visit.firstVisit() ? "paper.visit.first" : "paper.visit.again"));
        values.put("partySize", String.valueOf(visit.partySize()));
        values.put("channel", shown(visit.channel()));
        values.put("segment", shown(file.customer().segment()));
        values.put("grade", shown(visit.grade()));
        values.put("wantedArea", or(visit.intent().wantedArea()));
        values.put("wantedLayout", or(visit.intent().wantedLayout()));
        values.put("wantedBudget", or(visit.intent().wantedBudget()));
        values.put("wantedFloor", or(visit.intent().wantedFloor()));
        values.put("motive", or(visit.intent().motive()));
        values.put("objections", or(visit.intent().objections()));
        values.put("rivals", or(visit.intent().rivals()));
        values.put(
                "feedback",
                or(visit.feedback().stream()
                        .map(said -> (or(said.feedback()) + " " + (said.suggestion() == null ? "" : said.suggestion()))
                                .strip())
                        .collect(Collectors.joining("\n"))));
        return values;
    }

    Map<String, Object> receipt(CaseFile file, ReceiptView receipt) {
        Map<String, Object> values = ofCase(file);
        values.put("receiptNo", receipt.receiptNo());
        values.put("payer", receipt.payer());
        values.put("paidOn", shown(receipt.paidOn()));
        values.put("method", shown(receipt.method()));
        values.put("item", shown(receipt.item()));
        values.put("words", receipt.words());
        values.put("amount", receipt.amount().formatted());
        values.put(
                "note",
                receipt.replacesNo() == null ? NONE : sentences.text("paper.receipt.replaces", receipt.replacesNo()));
        values.put("cashier", staff.displayName(receipt.issuedBy()));
        return values;
    }

    Map<String, Object> subscription(CaseFile file, List<CaseFile.ClearBuyer> signing) {
        Subscription signed = file.subscription().orElseThrow();
        Statement money = file.money().orElseThrow();
        Map<String, Object> values = ofCase(file);
        values.put("subscriptionNo", signed.no());
        values.put("unitNo", signed.unitNo());
        values.put("price", signed.price().formatted());
        values.put("priceWords", signed.price().inWords());
        values.put("terms", shown(signed.terms()));
        values.put(
                "specialPrice",
                signed.specialPriceNo() == null
                        ? ""
                        : sentences.text("paper.specialPrice", signed.listPrice(), signed.specialPriceNo()));
        values.put("deposit", signed.deposit().formatted());
        values.put("depositWords", signed.deposit().inWords());
        values.put("loanClause", sentences.text(signed.terms().byLoan() ? "paper.loan" : "paper.noLoan"));
        values.put("signBy", shown(signed.signBy()));
        values.put("subscribedOn", shown(signed.subscribedOn()));
        values.put("buyers", buyers(signing));
        values.put("lines", lines(money));
        return values;
    }

    Map<String, Object> contract(CaseFile file, List<CaseFile.ClearBuyer> signing) {
        SalesContract contract = file.contract().orElseThrow();
        Subscription signed = file.subscription().orElseThrow();
        Statement money = file.money().orElseThrow();
        Map<String, Object> values = ofCase(file);
        values.put("contractNo", contract.no());
        values.put("subscriptionNo", signed.no());
        values.put("total", contract.total().formatted());
        values.put("totalWords", contract.total().inWords());
        values.put("terms", shown(signed.terms()));
        values.put("received", money.received().formatted());
        values.put("signedOn", shown(contract.signedOn()));
        values.put("deliverOn", shown(contract.deliverOn()));
        values.put("fileBy", shown(contract.fileBy()));
        values.put(
                "filingNo",
                contract.filingNo() == null
                        ? sentences.text("paper.notFiled")
                        : contract.filingNo() + "（" + shown(contract.filedOn()) + "）");
        values.put(
                "lateFee",
                contract.lateFeePercent() == null
                        ? NONE
                        : sentences.text(
                                "paper.lateFee",
                                contract.lateFeePercent().stripTrailingZeros().toPlainString()));
        values.put("penaltyTerms", or(contract.penaltyTerms()));
        values.put("buyers", buyers(signing));
        values.put("lines", lines(money));
        return values;
    }

    Map<String, Object> loanPapers(CaseFile file, MortgageView loan) {
        Map<String, Object> values = ofCase(file);
        values.put("bank", or(loan.bank()));
        values.put("applicants", or(loan.applicants()));
        values.put("papersBy", shown(loan.papersBy()));
        values.put("missing", String.valueOf(loan.missing()));
        values.put(
                "loans",
                loan.parts().stream()
                        .map(part -> Map.of(
                                "kind", shown(part.kind()),
                                "planned", part.planned().formatted(),
                                "approved",
                                        part.approved() == null
                                                ? NONE
                                                : part.approved().formatted()))
                        .toList());
        List<Map<String, String>> papers = new ArrayList<>();
        for (MortgageView.Paper paper : loan.papers()) {
            papers.add(Map.of(
                    "seq", String.valueOf(papers.size() + 1),
                    "title", paper.title(),
                    "applicant", or(paper.applicant()),
                    "fetches", shown(paper.fetches()),
                    "receivedOn", shown(paper.receivedOn()),
                    "note", or(paper.note())));
        }
        values.put("papers", papers);
        return values;
    }

    Map<String, Object> checklist(CaseFile file) {
        DealChecklist checked = file.checklist().orElseThrow();
        Map<String, Object> values = ofCase(file);
        values.put("contractNo", file.contract().orElseThrow().no());
        values.put("checkedBy", staff.displayName(checked.checkedBy()));
        values.put("checkedOn", shown(day(checked.checkedAt())));
        List<Map<String, String>> lines = new ArrayList<>();
        for (DealChecklist.Line line : checked.lines()) {
            lines.add(Map.of(
                    "seq",
                    String.valueOf(lines.size() + 1),
                    "title",
                    line.title(),
                    "tick",
                    "√",
                    "note",
                    line.note() == null ? "" : line.note()));
        }
        values.put("checks", lines);
        return values;
    }

    /**
     * @param before the day the contract was to be signed by until then
     * @param extension counted from that day
     */
    Map<String, Object> extension(CaseFile file, LocalDate before, SigningExtension extension) {
        Subscription signed = file.subscription().orElseThrow();
        Map<String, Object> values = ofCase(file);
        values.put("subscriptionNo", signed.no());
        values.put("price", signed.price().formatted());
        values.put("priceWords", signed.price().inWords());
        values.put("subscribedOn", shown(signed.subscribedOn()));
        values.put("firstSignBy", shown(before));
        values.put("reason", or(extension.reason()));
        values.put("authority", shown(extension.authority()));
        values.put("days", String.valueOf(extension.days()));
        values.put("signBy", shown(extension.until()));
        return values;
    }

    Map<String, Object> undoing(CaseFile file, Settlement settlement) {
        SalesCase sale = file.salesCase();
        Statement money = file.money().orElseThrow();
        Map<String, Object> values = ofCase(file);
        values.put("undoKind", shown(sale.undoKind()));
        values.put("orderNo", or(sale.undoOrder()));
        values.put(
                "contractNo",
                file.contract()
                        .map(SalesContract::no)
                        .or(() -> file.subscription().map(Subscription::no))
                        .orElse(NONE));
        values.put("reason", or(sale.closeReason()));
        values.put("fault", shown(settlement.fault()));
        values.put(
                "received", settlement.deposit().plus(settlement.otherMoney()).formatted());
        values.put("deposit", settlement.deposit().formatted());
        values.put("forfeited", settlement.forfeited().formatted());
        values.put("compensation", settlement.compensation().formatted());
        values.put("refund", settlement.refund().formatted());
        values.put("refundWords", words(settlement.refund()));
        return values;
    }

    Map<String, Object> demand(DemandLetter letter) {
        Map<String, Object> values = new HashMap<>();
        values.put("customer", letter.customer());
        values.put("project", letter.project());
        values.put("unitNo", letter.unitNo());
        values.put("contractNo", or(letter.contractNo()));
        values.put("item", sentences.text("reminder.item", letter.seq(), letter.kind()));
        values.put("amount", letter.amount().formatted());
        values.put("dueOn", shown(letter.dueOn()));
        values.put("asOf", shown(letter.asOf()));
        values.put("rest", letter.rest().formatted());
        values.put("restWords", words(letter.rest()));
        values.put("fee", letter.fee().formatted());
        values.put("waived", letter.waived().formatted());
        values.put("total", letter.total().formatted());
        values.put("totalWords", words(letter.total()));
        values.put("days", String.valueOf(letter.days()));
        values.put("words", letter.words() == null ? "" : letter.words());
        values.put(
                "fees",
                letter.fees().stream()
                        .map(row -> Map.of(
                                "from", shown(row.from()),
                                "to", shown(row.to()),
                                "days", String.valueOf(row.days()),
                                "base", row.base().formatted(),
                                "percent", row.percent().stripTrailingZeros().toPlainString(),
                                "amount", row.amount().formatted()))
                        .toList());
        return values;
    }

    private Map<String, Object> ofCase(CaseFile file) {
        SalesCase sale = file.salesCase();
        Map<String, Object> values = new HashMap<>();
        values.put("caseNo", sale.no());
        values.put("project", sale.projectName());
        values.put("customer", buyerNames(file));
        values.put("consultant", staff.displayName(sale.consultant()));
        values.put("unitNo", sale.unit() == null ? NONE : sale.unit().unitNo());
        values.put("building", sale.unit() == null ? NONE : sale.unit().building());
        values.put("layout", sale.unit() == null ? NONE : or(sale.unit().layout()));
        values.put(
                "area",
                sale.unit() == null
                        ? NONE
                        : sale.unit().area().stripTrailingZeros().toPlainString());
        values.put("permitNo", sale.unit() == null ? NONE : or(sale.unit().permitNo()));
        return values;
    }

    private static String buyerNames(CaseFile file) {
        return file.buyers().isEmpty()
                ? file.customer().name()
                : file.buyers().stream().map(CaseFile.MaskedBuyer::name).collect(Collectors.joining("、"));
    }

    /** In clear: the authority files by these numbers, and the parties know each other by them. */
    private List<Map<String, String>> buyers(List<CaseFile.ClearBuyer> signing) {
        return signing.stream()
                .map(buyer -> Map.of(
                        "name", buyer.name(),
                        "idType", shown(buyer.idType()),
                        "idNo", or(buyer.idNo()),
                        "phone", or(buyer.phone()),
                        "share", buyer.sharePercent() + "%"))
                .toList();
    }

    private List<Map<String, String>> lines(Statement money) {
        return money.instalments().stream()
                .map(line -> Map.of(
                        "seq", String.valueOf(line.seq()),
                        "kind", shown(line.kind()),
                        "amount", line.amount().formatted(),
                        "dueOn", due(line),
                        "paid", line.paid().formatted(),
                        "state", shown(line.state())))
                .toList();
    }

    private String due(InstalmentView line) {
        DueRule rule = line.rule();
        return shown(line.dueOn())
                + (rule == null
                        ? ""
                        : "（"
                                + sentences.text(
                                        "plan.rule." + (rule.days() == 0 ? "on." : "after.") + rule.event(),
                                        rule.days())
                                + "）");
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, site.timeZone());
    }

    private static String words(Money amount) {
        return amount.isPositive() ? amount.inWords() : "零元整";
    }

    private String shown(Object value) {
        return value == null ? NONE : or(sentences.shown(value));
    }

    private static String or(String text) {
        return text == null || text.isBlank() ? NONE : text;
    }
}
