package cn.anchang.report;

import cn.anchang.collection.ArrearsBook;
import cn.anchang.collection.DemandLetter;
import cn.anchang.mortgage.Mortgages;
import cn.anchang.organization.Staff;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.ReceiptKind;
import cn.anchang.payment.ReceiptOutcome.ReceiptPrinted;
import cn.anchang.payment.ReceiptView;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.SigningExtension;
import cn.anchang.salescase.Subscription;
import cn.anchang.shared.DocumentNumbers;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The printed documents of a sale. A document is filled in once, when it is issued, and kept as it was: printing it again gives the same
 * content, marked 补打. When what it says has changed, it is issued anew under another number; the old one stays.
 */
@Service
@Transactional
public class Papers {

    private static final String PREFIX = "WD";
    private static final Set<String> OF_MONEY = Set.of(Staff.FINANCE);
    private static final Set<String> OF_THE_SALE = Set.of(Staff.SITE_MANAGER, Staff.FINANCE);

    /**
     * A document a sale has come far enough for.
     *
     * @param subject what it is about when the sale has several: a receipt's number; else empty
     * @param mayIssue whether this person may
     */
    public record Offer(PaperKind kind, String subject, String title, boolean mayIssue, List<Issued> issued) {}

    /** A document as it was issued. @param printings how often it was printed */
    public record Issued(
            UUID id,
            UUID caseId,
            PaperKind kind,
            String subject,
            String no,
            String templateVersion,
            String issuedBy,
            java.time.Instant issuedAt,
            int printings) {}

    /** @param copy 1 for the original; from 2 on the paper says 补打 */
    public record Printed(String filename, byte[] docx, int copy) {}

    /** Why no document is issued or printed. */
    public sealed interface PaperRefused extends Refusal {

        record PaperNotReady(String paper) implements PaperRefused {}

        record NotYourPaper(String paper) implements PaperRefused {}

        record ReceiptNotToPrint(String receiptNo) implements PaperRefused {}
    }

    /** What came of it: the document, or why not. */
    public record Outcome<T>(T done, Refusal refused) {

        static <T> Outcome<T> of(T done) {
            return new Outcome<>(done, null);
        }

        static <T> Outcome<T> no(Refusal why) {
            return new Outcome<>(null, why);
        }
    }

    private final CaseFiles files;
    private final Mortgages mortgages;
    private final ArrearsBook arrears;
    private final Ledger ledger;
    private final PaperContents contents;
    private final PaperTemplates templates;
    private final DocumentNumbers numbers;
    private final JdbcTemplate database;
    private final Staff staff;
    private final Sentences sentences;
    private final Site site;
    private final Clock clock;

    Papers(
            CaseFiles files,
            Mortgages mortgages,
            ArrearsBook arrears,
            Ledger ledger,
            PaperContents contents,
            PaperTemplates templates,
            DocumentNumbers numbers,
            JdbcTemplate database,
            Staff staff,
            Sentences sentences,
            Site site,
            Clock clock) {
        this.files = files;
        this.mortgages = mortgages;
        this.arrears = arrears;
        this.ledger = ledger;
        this.contents = contents;
        this.templates = templates;
        this.numbers = numbers;
        this.database = database;
        this.staff = staff;
        this.sentences = sentences;
        this.site = site;
        this.clock = clock;
    }

    /** Empty for whoever may not read the case, as if there were no such case. */
    @Transactional(readOnly = true)
    public Optional<List<Offer>> offers(UUID caseId, String userId) {
        return files.readableBy(caseId, userId).map(file -> {
            List<Issued> issued = issued(caseId);
            List<Offer> offers = new ArrayList<>();
            ready(file)
                    .forEach((key, content) -> offers.add(new Offer(
                            key.kind,
                            key.subject,
                            title(key),
                            mayIssue(key.kind, file, userId),
                            issued.stream()
                                    .filter(one -> one.kind == key.kind && one.subject.equals(key.subject))
                                    .toList())));
            return offers;
        });
    }

    private record Key(PaperKind kind, String subject) {}

    private String title(Key key) {
        String name = sentences.name(key.kind);
        return key.subject.isEmpty() ? name : name + " " + key.subject;
    }

    /** What the sale has come far enough for, and what each would say now. */
    private Map<Key, Supplier<Map<String, Object>>> ready(CaseFile file) {
        UUID caseId = file.salesCase().id();
        Map<Key, Supplier<Map<String, Object>>> ready = new LinkedHashMap<>();
        ready.put(new Key(PaperKind.INTENT, ""), () -> contents.intent(file));
        file.money()
                .ifPresent(money -> money.receipts().stream()
                        .filter(ReceiptView::valid)
                        .forEach(receipt -> ready.put(
                                new Key(
                                        receipt.kind() == ReceiptKind.DEPOSIT_SLIP
                                                ? PaperKind.DEPOSIT_SLIP
                                                : PaperKind.RECEIPT,
                                        receipt.receiptNo()),
                                () -> contents.receipt(file, receipt))));
        Optional<Subscription> signed = file.subscription();
        if (signed.isPresent() && file.money().isPresent()) {
            ready.put(new Key(PaperKind.SUBSCRIPTION, ""), () -> contents.subscription(file));
            List<SigningExtension> extensions = signed.get().extensions();
            if (!extensions.isEmpty()) {
                SigningExtension last = extensions.get(extensions.size() - 1);
                ready.put(new Key(PaperKind.EXTENSION, ""), () -> contents.extension(file, last));
            }
            if (file.contract().isPresent()) {
                ready.put(new Key(PaperKind.CONTRACT_DATA, ""), () -> contents.contract(file));
            }
        }
        mortgages
                .of(caseId)
                .ifPresent(
                        loan -> ready.put(new Key(PaperKind.LOAN_PAPERS, ""), () -> contents.loanPapers(file, loan)));
        if (file.checklist().isPresent() && file.contract().isPresent()) {
            ready.put(new Key(PaperKind.CHECKLIST, ""), () -> contents.checklist(file));
        }
        List<DemandLetter> letters = arrears.lettersFor(caseId);
        if (!letters.isEmpty()) {
            ready.put(new Key(PaperKind.DEMAND, ""), () -> contents.demand(letters.get(0)));
        }
        if (file.salesCase().undoKind() != null) {
            file.money()
                    .flatMap(money -> money.settlement())
                    .ifPresent(settlement ->
                            ready.put(new Key(PaperKind.RETURN, ""), () -> contents.undoing(file, settlement)));
        }
        return ready;
    }

    private boolean mayIssue(PaperKind kind, CaseFile file, String userId) {
        Set<String> groups = switch (kind) {
            case DEPOSIT_SLIP, RECEIPT, DEMAND -> OF_MONEY;
            default -> OF_THE_SALE;
        };
        boolean own = file.salesCase().consultant().equals(userId) && groups == OF_THE_SALE;
        return own || staff.isInAnyOf(userId, groups);
    }

    /** Fills the document in and keeps it; the one issued before stands as long as it says the same. */
    public Optional<Outcome<Issued>> issue(UUID caseId, PaperKind kind, String subject, String userId) {
        return files.readableBy(caseId, userId).map(file -> {
            Key key = new Key(kind, subject);
            if (!mayIssue(kind, file, userId)) {
                return Outcome.no(new PaperRefused.NotYourPaper(sentences.name(kind)));
            }
            Supplier<Map<String, Object>> content = ready(file).get(key);
            if (content == null) {
                return Outcome.no(new PaperRefused.PaperNotReady(sentences.name(kind)));
            }
            return Outcome.of(issue(caseId, key, content.get(), userId));
        });
    }

    /**
     * The same for a process, which asks when the sale has come so far.
     *
     * @param by in whose name
     */
    Issued issue(CaseFile file, PaperKind kind, String by) {
        Key key = new Key(kind, "");
        return issue(file.salesCase().id(), key, ready(file).get(key).get(), by);
    }

    private Issued issue(UUID caseId, Key key, Map<String, Object> values, String userId) {
        database.queryForList("select pg_advisory_xact_lock(hashtext(?))", caseId + key.kind.name() + key.subject);
        String says = says(key.kind, values);
        Optional<Issued> same = issued(caseId).stream()
                .filter(one -> one.kind == key.kind && one.subject.equals(key.subject))
                .findFirst()
                .filter(latest -> says.equals(database.queryForObject(
                        "select says from sales.issued_papers where id = ?", String.class, latest.id)));
        if (same.isPresent()) {
            return same.get();
        }
        UUID id = UUID.randomUUID();
        String no = numbers.next(PREFIX);
        Map<String, Object> all = new HashMap<>(values);
        all.put("company", site.company());
        all.put("no", no);
        all.put("issuedBy", staff.displayName(userId));
        all.put("issuedOn", sentences.shown(LocalDate.now(clock)));
        all.put("templateVersion", templates.version(key.kind));
        database.update(
                """
                insert into sales.issued_papers
                    (id, case_id, kind, subject, no, template_version, says, docx, issued_by, issued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                caseId,
                key.kind.name(),
                key.subject,
                no,
                templates.version(key.kind),
                says,
                templates.fill(key.kind, all),
                userId,
                Timestamp.from(clock.instant()));
        return issued(caseId).stream()
                .filter(one -> one.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What a document says, whoever issues it and whenever; with its template, whose change is a change too. */
    private String says(PaperKind kind, Map<String, Object> values) {
        return templates.version(kind) + " " + new java.util.TreeMap<>(values);
    }

    /** Prints a document that was issued: the first time as it is, afterwards marked 补打. */
    public Optional<Outcome<Printed>> print(UUID caseId, UUID id, String userId) {
        Optional<CaseFile> file = files.readableBy(caseId, userId);
        Optional<Issued> found = file.flatMap(readable ->
                issued(caseId).stream().filter(one -> one.id.equals(id)).findFirst());
        return found.map(paper -> {
            if (!mayIssue(paper.kind, file.orElseThrow(), userId)) {
                return Outcome.no(new PaperRefused.NotYourPaper(sentences.name(paper.kind)));
            }
            Optional<Integer> copy = copy(paper, file.orElseThrow(), userId);
            if (copy.isEmpty()) {
                return Outcome.no(new PaperRefused.ReceiptNotToPrint(paper.subject));
            }
            byte[] docx =
                    database.queryForObject("select docx from sales.issued_papers where id = ?", byte[].class, id);
            database.update(
                    "insert into sales.paper_prints (paper_id, copy, printed_by, printed_at) values (?, ?, ?, ?)",
                    id,
                    paper.printings + 1,
                    userId,
                    Timestamp.from(clock.instant()));
            byte[] marked = copy.get() == 1
                    ? docx
                    : PaperTemplates.marked(
                            docx,
                            sentences.text("paper.again", copy.get(), LocalDate.now(clock), staff.displayName(userId)));
            return Outcome.of(
                    new Printed(title(new Key(paper.kind, paper.subject)) + " " + paper.no, marked, copy.get()));
        });
    }

    /** The number of this copy; of a receipt the ledger counts, on whichever page it is printed. */
    private Optional<Integer> copy(Issued paper, CaseFile file, String userId) {
        database.queryForList("select pg_advisory_xact_lock(hashtext(?))", paper.id.toString());
        if (paper.kind != PaperKind.DEPOSIT_SLIP && paper.kind != PaperKind.RECEIPT) {
            return Optional.of(issued(paper.caseId).stream()
                            .filter(one -> one.id.equals(paper.id))
                            .findFirst()
                            .orElseThrow()
                            .printings
                    + 1);
        }
        return file.money().stream()
                .flatMap(money -> money.receipts().stream())
                .filter(receipt -> receipt.receiptNo().equals(paper.subject) && receipt.valid())
                .findFirst()
                .map(receipt -> ledger.print(receipt.id(), userId))
                .filter(ReceiptPrinted.class::isInstance)
                .map(printed -> ((ReceiptPrinted) printed).copy());
    }

    /** Those issued for a case, the latest first. */
    List<Issued> issued(UUID caseId) {
        return database
                .query(
                        """
                        select p.id, p.case_id, p.kind, p.subject, p.no, p.template_version, p.issued_by, p.issued_at,
                               (select count(*) from sales.paper_prints x where x.paper_id = p.id) as printings
                        from sales.issued_papers p where p.case_id = ? order by p.issued_at desc, p.no desc""",
                        (row, number) -> new Issued(
                                row.getObject("id", UUID.class),
                                row.getObject("case_id", UUID.class),
                                PaperKind.valueOf(row.getString("kind")),
                                row.getString("subject"),
                                row.getString("no"),
                                row.getString("template_version"),
                                row.getString("issued_by"),
                                row.getTimestamp("issued_at").toInstant(),
                                row.getInt("printings")),
                        caseId)
                .stream()
                .sorted(Comparator.comparing(Issued::issuedAt).reversed())
                .toList();
    }
}
