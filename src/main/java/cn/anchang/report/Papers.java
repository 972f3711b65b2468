package cn.anchang.report;

import cn.anchang.collection.ArrearsBook;
import cn.anchang.customer.CustomerDesk;
import cn.anchang.customer.PersonalData;
import cn.anchang.mortgage.Mortgages;
import cn.anchang.organization.Staff;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.ReceiptKind;
import cn.anchang.payment.ReceiptOutcome.ReceiptPrinted;
import cn.anchang.payment.ReceiptView;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.SigningExtension;
import cn.anchang.salescase.Subscription;
import cn.anchang.shared.DocumentNumbers;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

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
    private static final Set<String> OF_THE_LOAN = Set.of(Staff.SITE_MANAGER, Staff.FINANCE, Staff.MARKETING);

    /**
     * A document a sale has come far enough for.
     *
     * @param subject what it is about when the sale has several: a receipt's number; else empty
     * @param mayIssue whether this person may issue it now
     * @param mayPrint whether this person may print what was issued
     */
    public record Offer(
            PaperKind kind, String subject, String title, boolean mayIssue, boolean mayPrint, List<Issued> issued) {}

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

    /**
     * @param file a .docx, or what was made of it
     * @param copy 1 for the original; from 2 on the paper says 补打
     */
    public record Printed(String filename, byte[] file, int copy) {}

    /** Why no document is issued or printed. */
    public sealed interface PaperRefused extends Refusal {

        record PaperNotReady(String paper) implements PaperRefused {}

        record NotYourPaper(String paper) implements PaperRefused {}

        record ReceiptNotToPrint(String receiptNo) implements PaperRefused {}

        record PermitNotKnown(String paper, String unitNo) implements PaperRefused {}

        record PdfNotMade() implements PaperRefused {}
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
    private final CustomerDesk customers;
    private final PersonalData personalData;
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
            CustomerDesk customers,
            PersonalData personalData,
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
        this.customers = customers;
        this.personalData = personalData;
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
        return readable(caseId, userId).map(file -> {
            Map<Key, List<Issued>> issued = issued(caseId).stream()
                    .collect(Collectors.groupingBy(
                            one -> new Key(one.kind, one.subject), LinkedHashMap::new, Collectors.toList()));
            Set<Key> ready = ready(file).keySet();
            Set<Key> all = new LinkedHashSet<>(ready);
            all.addAll(issued.keySet());
            return all.stream()
                    .filter(key -> files.mayRead(file.salesCase(), userId) || key.kind == PaperKind.LOAN_PAPERS)
                    .map(key -> {
                        boolean may = mayIssue(key.kind, file, userId);
                        return new Offer(
                                key.kind,
                                key.subject,
                                title(key),
                                may && ready.contains(key),
                                may,
                                issued.getOrDefault(key, List.of()));
                    })
                    .toList();
        });
    }

    /** Who collects the papers of a loan needs their list before the deal is done; of the other papers they see none until then. */
    private Optional<CaseFile> readable(UUID caseId, String userId) {
        Optional<CaseFile> file = files.readableBy(caseId, userId);
        boolean collects = file.isEmpty() && staff.isMember(userId, Staff.MARKETING);
        return collects && mortgages.of(caseId).isPresent() ? files.of(caseId) : file;
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
        boolean living = file.salesCase().undoKind() == null && file.salesCase().state() != CaseState.LOST;
        ready.put(new Key(PaperKind.INTENT, ""), () -> contents.intent(file));
        file.money()
                .ifPresent(money -> money.receipts().stream()
                        .filter(ReceiptView::valid)
                        .forEach(receipt -> ready.put(
                                new Key(kindOf(receipt), receipt.receiptNo()), () -> contents.receipt(file, receipt))));
        Optional<Subscription> signed = file.subscription();
        if (signed.isPresent() && file.money().isPresent()) {
            ready.put(
                    new Key(PaperKind.SUBSCRIPTION, ""),
                    () -> contents.subscription(file, files.buyersInClear(caseId)));
            List<SigningExtension> extensions = signed.get().extensions();
            if (!extensions.isEmpty()) {
                SigningExtension last = extensions.get(extensions.size() - 1);
                LocalDate before = extensions.size() == 1
                        ? signed.get().firstSignBy()
                        : extensions.get(extensions.size() - 2).until();
                ready.put(new Key(PaperKind.EXTENSION, ""), () -> contents.extension(file, before, last));
            }
            if (file.contract().isPresent()) {
                ready.put(
                        new Key(PaperKind.CONTRACT_DATA, ""),
                        () -> contents.contract(file, files.buyersInClear(caseId)));
            }
        }
        mortgages
                .of(caseId)
                .ifPresent(
                        loan -> ready.put(new Key(PaperKind.LOAN_PAPERS, ""), () -> contents.loanPapers(file, loan)));
        if (file.checklist().isPresent() && file.contract().isPresent()) {
            ready.put(new Key(PaperKind.CHECKLIST, ""), () -> contents.checklist(file));
        }
        arrears.lettersFor(caseId)
                .forEach(letter -> ready.put(new Key(PaperKind.DEMAND, letter.no()), () -> contents.demand(letter)));
        if (file.salesCase().undoKind() != null) {
            file.money()
                    .flatMap(money -> money.settlement())
                    .ifPresent(settlement ->
                            ready.put(new Key(PaperKind.RETURN, ""), () -> contents.undoing(file, settlement)));
        }
        ready.keySet().removeIf(key -> !living && key.kind.ofLivingSale());
        return ready;
    }

    private boolean mayIssue(PaperKind kind, CaseFile file, String userId) {
        Set<String> groups = switch (kind) {
            case DEPOSIT_SLIP, RECEIPT, DEMAND -> OF_MONEY;
            case LOAN_PAPERS -> OF_THE_LOAN;
            default -> OF_THE_SALE;
        };
        boolean own = file.salesCase().consultant().equals(userId) && groups != OF_MONEY;
        return own || staff.isInAnyOf(userId, groups);
    }

    /** Fills the document in and keeps it; the one issued before stands as long as it says the same. */
    public Optional<Outcome<Issued>> issue(UUID caseId, PaperKind kind, String subject, String userId) {
        return readable(caseId, userId).map(file -> {
            Key key = new Key(kind, subject);
            if (!mayIssue(kind, file, userId)) {
                return Outcome.no(new PaperRefused.NotYourPaper(sentences.name(kind)));
            }
            Supplier<Map<String, Object>> content = ready(file).get(key);
            if (content == null) {
                return Outcome.no(new PaperRefused.PaperNotReady(sentences.name(kind)));
            }
            if (kind.underPermit()
                    && (file.salesCase().unit() == null
                            || file.salesCase().unit().permitNo() == null)) {
                return Outcome.no(new PaperRefused.PermitNotKnown(
                        sentences.name(kind),
                        file.salesCase().unit() == null
                                ? ""
                                : file.salesCase().unit().unitNo()));
            }
            return Outcome.of(issue(file, key, content.get(), userId));
        });
    }

    /**
     * The same for a process, which asks when the sale has come so far.
     *
     * @param by in whose name
     * @throws IllegalStateException when the sale has not come so far
     */
    Issued issue(CaseFile file, PaperKind kind, String subject, String by) {
        Key key = new Key(kind, subject);
        Supplier<Map<String, Object>> content = ready(file).get(key);
        if (content == null) {
            throw new IllegalStateException(
                    "%s has nothing for %s %s to say".formatted(file.salesCase().no(), kind, subject));
        }
        return issue(file, key, content.get(), by);
    }

    private Issued issue(CaseFile file, Key key, Map<String, Object> values, String userId) {
        UUID caseId = file.salesCase().id();
        database.queryForList("select pg_advisory_xact_lock(hashtext(?))", caseId + key.kind.name() + key.subject);
        String digest = digest(templates.says(key.kind, values));
        Optional<Issued> same = issued(caseId).stream()
                .filter(one -> one.kind == key.kind && one.subject.equals(key.subject))
                .findFirst()
                .filter(latest -> digest.equals(database.queryForObject(
                        "select digest from sales.issued_papers where id = ?", String.class, latest.id)));
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
                    (id, case_id, kind, subject, no, template_version, digest, sealed, issued_by, issued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                caseId,
                key.kind.name(),
                key.subject,
                no,
                templates.version(key.kind),
                digest,
                personalData.seal(templates.fill(key.kind, all), id),
                userId,
                Timestamp.from(clock.instant()));
        return issued(caseId).stream()
                .filter(one -> one.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Of what a document says, whoever issues it and whenever; with its template, whose change is a change too. */
    private static String digest(String says) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(says.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Printing shows them; issuing alone shows nobody anything. */
    private void noteNumbers(PaperKind kind, CaseFile file, String userId) {
        if (kind.inClear()) {
            customers.shownOnPaper(file.salesCase().customerId(), userId);
        }
    }

    /** As .docx. */
    public Optional<Outcome<Printed>> print(UUID caseId, UUID id, String userId) {
        return print(caseId, id, userId, Optional::of);
    }

    /**
     * Prints a document that was issued: the first time as it is, afterwards marked 补打.
     *
     * @param made turns the .docx into what is handed out; when it cannot, nothing was printed and nothing is counted
     */
    public Optional<Outcome<Printed>> print(
            UUID caseId, UUID id, String userId, Function<byte[], Optional<byte[]>> made) {
        Optional<CaseFile> file = readable(caseId, userId);
        Optional<Issued> found = file.flatMap(readable ->
                issued(caseId).stream().filter(one -> one.id.equals(id)).findFirst());
        return found.map(paper -> {
            if (!mayIssue(paper.kind, file.orElseThrow(), userId)) {
                return Outcome.no(new PaperRefused.NotYourPaper(sentences.name(paper.kind)));
            }
            database.queryForList("select pg_advisory_xact_lock(hashtext(?))", paper.id.toString());
            int before = printings(paper.id);
            Optional<Integer> copy = copy(paper, before, file.orElseThrow(), userId);
            if (copy.isEmpty()) {
                return Outcome.no(new PaperRefused.ReceiptNotToPrint(paper.subject));
            }
            byte[] docx = personalData.opened(
                    database.queryForObject("select sealed from sales.issued_papers where id = ?", byte[].class, id),
                    id);
            database.update(
                    "insert into sales.paper_prints (paper_id, copy, printed_by, printed_at) values (?, ?, ?, ?)",
                    id,
                    before + 1,
                    userId,
                    Timestamp.from(clock.instant()));
            noteNumbers(paper.kind, file.orElseThrow(), userId);
            byte[] marked = copy.get() == 1
                    ? docx
                    : PaperTemplates.marked(
                            docx,
                            sentences.text("paper.again", copy.get(), LocalDate.now(clock), staff.displayName(userId)));
            Optional<byte[]> handedOut = made.apply(marked);
            if (handedOut.isEmpty()) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return Outcome.no(new PaperRefused.PdfNotMade());
            }
            return Outcome.of(new Printed(
                    title(new Key(paper.kind, paper.subject)) + " " + paper.no, handedOut.get(), copy.get()));
        });
    }

    /** The number of this copy; of a receipt the ledger counts, on whichever page it is printed. */
    private Optional<Integer> copy(Issued paper, int before, CaseFile file, String userId) {
        if (paper.kind != PaperKind.DEPOSIT_SLIP && paper.kind != PaperKind.RECEIPT) {
            return Optional.of(before + 1);
        }
        return file.money().stream()
                .flatMap(money -> money.receipts().stream())
                .filter(receipt -> receipt.receiptNo().equals(paper.subject) && receipt.valid())
                .findFirst()
                .map(receipt -> ledger.print(receipt.id(), userId))
                .filter(ReceiptPrinted.class::isInstance)
                .map(printed -> ((ReceiptPrinted) printed).copy());
    }

    private int printings(UUID id) {
        return database.queryForObject("select count(*) from sales.paper_prints where paper_id = ?", Integer.class, id);
    }

    /** The receipts valid now that were never issued as a document. */
    List<ReceiptView> receiptsWithoutPaper(CaseFile file) {
        Set<String> issued = issued(file.salesCase().id()).stream()
                .filter(paper -> paper.kind == PaperKind.DEPOSIT_SLIP || paper.kind == PaperKind.RECEIPT)
                .map(Issued::subject)
                .collect(Collectors.toSet());
        return file.money().stream()
                .flatMap(money -> money.receipts().stream())
                .filter(receipt -> receipt.valid() && !issued.contains(receipt.receiptNo()))
                .toList();
    }

    static PaperKind kindOf(ReceiptView receipt) {
        return receipt.kind() == ReceiptKind.DEPOSIT_SLIP ? PaperKind.DEPOSIT_SLIP : PaperKind.RECEIPT;
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
