package cn.anchang.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The documents that are printed and signed by hand: their template, and the placeholders it may and must use. */
public enum PaperKind {
    INTENT(
            "intent",
            "caseNo project customerNo customer phone customerKind idNo email visitedOn partySize channel segment grade"
                    + " consultant wantedArea wantedLayout wantedBudget wantedFloor motive objections rivals feedback",
            "caseNo customer",
            Map.of()),
    DEPOSIT_SLIP(
            "deposit-slip",
            "receiptNo payer paidOn project unitNo method item words amount note cashier",
            "receiptNo payer words amount",
            Map.of()),
    RECEIPT(
            "receipt",
            "receiptNo payer paidOn project unitNo method item words amount note cashier",
            "receiptNo payer paidOn item words amount",
            Map.of()),
    SUBSCRIPTION(
            "subscription",
            "subscriptionNo caseNo project unitNo building layout area permitNo price priceWords terms specialPrice deposit"
                    + " depositWords loanClause signBy subscribedOn",
            "subscriptionNo project unitNo area permitNo price priceWords terms deposit depositWords loanClause signBy",
            Map.of("buyers", List.of("name", "idType", "idNo", "phone", "share"), "lines", Lines.COLUMNS)),
    CONTRACT_DATA(
            "contract-data",
            "contractNo subscriptionNo project unitNo area permitNo total totalWords terms received signedOn deliverOn fileBy"
                    + " filingNo lateFee penaltyTerms consultant",
            "contractNo project unitNo area permitNo total totalWords terms signedOn deliverOn",
            Map.of("buyers", List.of("name", "idType", "idNo", "phone", "share"), "lines", Lines.COLUMNS)),
    LOAN_PAPERS(
            "loan-papers",
            "caseNo customer unitNo consultant bank applicants papersBy missing",
            "caseNo customer unitNo bank",
            Map.of(
                    "loans", List.of("kind", "planned", "approved"),
                    "papers", List.of("seq", "title", "applicant", "fetches", "receivedOn", "note"))),
    CHECKLIST(
            "checklist",
            "caseNo contractNo customer unitNo consultant checkedBy checkedOn",
            "contractNo customer unitNo checkedBy checkedOn",
            Map.of("checks", List.of("seq", "title", "tick", "note"))),
    EXTENSION(
            "extension",
            "subscriptionNo caseNo customer project unitNo permitNo price priceWords subscribedOn firstSignBy reason authority"
                    + " days signBy",
            "subscriptionNo customer unitNo permitNo days firstSignBy signBy",
            Map.of()),
    RETURN(
            "return",
            "undoKind orderNo caseNo contractNo customer project unitNo permitNo reason fault received deposit forfeited"
                    + " compensation refund refundWords",
            "undoKind orderNo customer unitNo reason fault received refund refundWords",
            Map.of()),
    DEMAND(
            "payment-demand",
            "customer project unitNo contractNo item amount dueOn asOf rest restWords fee waived total totalWords days words",
            "customer unitNo item dueOn asOf rest restWords fee total totalWords days",
            Map.of("fees", List.of("from", "to", "days", "base", "percent", "amount")));

    private static final class Lines {
        static final List<String> COLUMNS = List.of("seq", "kind", "amount", "dueOn", "paid", "state");
    }

    /** What every document says, besides its own: its number, by whom and when it was issued, by which template. */
    private static final class Common {
        static final List<String> NEEDED = List.of("no", "issuedBy", "issuedOn", "templateVersion");
        static final List<String> ALL = List.of("company", "no", "issuedBy", "issuedOn", "templateVersion");
    }

    private final String file;
    private final Set<String> fields;
    private final Set<String> needed;
    private final Map<String, List<String>> tables;

    PaperKind(String file, String fields, String needed, Map<String, List<String>> tables) {
        this.file = file + ".docx";
        this.fields = words(fields, Common.ALL);
        this.needed = words(needed, Common.NEEDED);
        this.tables = tables;
    }

    private static Set<String> words(String own, List<String> common) {
        Set<String> words = new TreeSet<>(List.of(own.split(" ")));
        words.addAll(common);
        return words;
    }

    /** The name of its template's file. */
    String file() {
        return file;
    }

    /** The placeholders it may use, besides its tables. */
    Set<String> fields() {
        return fields;
    }

    /** Those without which it would not be what it is called. */
    Set<String> needed() {
        return needed;
    }

    /** The columns without which a table would not say what it is there for. */
    static Set<String> neededColumns(String table) {
        return switch (table) {
            case "buyers" -> Set.of("name", "idNo");
            case "lines" -> Set.of("kind", "amount", "dueOn");
            case "loans" -> Set.of("kind", "planned");
            case "papers" -> Set.of("title", "receivedOn");
            case "checks" -> Set.of("title", "tick");
            case "fees" -> Set.of("base", "amount");
            default -> Set.of();
        };
    }

    /** Whether people's numbers stand in it in clear, because who reads it has to know them: the authority, the buyer, the bank. */
    boolean inClear() {
        return this == SUBSCRIPTION || this == CONTRACT_DATA;
    }

    /** Whether it sells or keeps a home: it is not issued any more once the sale is undone, for the home may be somebody else's. */
    boolean ofLivingSale() {
        return switch (this) {
            case SUBSCRIPTION, CONTRACT_DATA, EXTENSION, LOAN_PAPERS, DEMAND -> true;
            default -> false;
        };
    }

    /** Whether the law wants the number of the presale permit on it (R01). */
    boolean underPermit() {
        return this == SUBSCRIPTION || this == CONTRACT_DATA || this == EXTENSION;
    }

    /** Its tables, each with the placeholders of a row. */
    Map<String, List<String>> tables() {
        return tables;
    }
}
