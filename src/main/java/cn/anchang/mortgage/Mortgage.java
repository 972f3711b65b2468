package cn.anchang.mortgage;

import cn.anchang.payment.LoanKind;
import cn.anchang.shared.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** 按揭: the loan file of one sale, whichever bank it lies with; refuses, as a broken rule, a step out of turn. */
@Entity
@Table(name = "mortgages")
class Mortgage {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private MortgageState state;

    private String bank;
    private String bankName;
    private String bankContact;
    private String applicants;
    private LocalDate papersBy;
    private LocalDate submittedOn;
    private LocalDate decidedOn;
    private String contractNo;
    private LocalDate contractOn;
    private LocalDate releasedOn;
    private boolean settledWithBank;
    private boolean papersTold;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "mortgage_parts", joinColumns = @JoinColumn(name = "mortgage_id"))
    @OrderColumn(name = "seq")
    private List<LoanPart> parts = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "mortgage_papers", joinColumns = @JoinColumn(name = "mortgage_id"))
    @OrderColumn(name = "seq")
    private List<LoanPaper> papers = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "mortgage_notes", joinColumns = @JoinColumn(name = "mortgage_id"))
    @OrderColumn(name = "seq")
    private List<LoanNote> notes = new ArrayList<>();

    protected Mortgage() {}

    Mortgage(UUID caseId) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.state = MortgageState.PAPERS;
    }

    /** 选定贷款银行: the file begins, or begins anew at another bank. */
    void at(
            MortgageSettings.Bank bank,
            Map<LoanKind, Money> loans,
            String applicants,
            List<LoanPaper> papers,
            LocalDate papersBy) {
        this.bank = bank.code();
        this.bankName = bank.name();
        this.bankContact = bank.contact();
        this.applicants = applicants;
        this.papersBy = papersBy;
        this.submittedOn = null;
        this.decidedOn = null;
        this.contractNo = null;
        this.contractOn = null;
        this.releasedOn = null;
        this.settledWithBank = false;
        this.papersTold = false;
        this.parts.clear();
        loans.forEach((kind, planned) -> this.parts.add(new LoanPart(kind, planned)));
        this.papers.clear();
        this.papers.addAll(papers);
        this.state = MortgageState.PAPERS;
    }

    void papers(List<LoanPaper> now) {
        expect(MortgageState.PAPERS, MortgageState.SUPPLEMENT, MortgageState.COMPLETE);
        papers.clear();
        papers.addAll(now);
        if (isComplete()) {
            state = MortgageState.COMPLETE;
        }
    }

    boolean isComplete() {
        return papers.stream().allMatch(LoanPaper::isThere);
    }

    void submitted(LocalDate on) {
        expect(MortgageState.COMPLETE);
        submittedOn = on;
        state = MortgageState.SUBMITTED;
    }

    void morePapers(List<LoanPaper> wanted) {
        expect(MortgageState.SUBMITTED);
        papers.addAll(wanted);
        state = MortgageState.SUPPLEMENT;
    }

    void approved(Map<LoanKind, Money> amounts, LocalDate on) {
        expect(MortgageState.SUBMITTED);
        parts.replaceAll(part -> part.approvedFor(amounts.get(part.kind())));
        decidedOn = on;
        state = MortgageState.APPROVED;
    }

    void refused(LocalDate on) {
        expect(MortgageState.SUBMITTED);
        decidedOn = on;
        state = MortgageState.REFUSED;
    }

    /** @param releaseDays how many days each lender has for its money (R14) */
    void signed(String contractNo, LocalDate on, Map<LoanKind, Integer> releaseDays) {
        expect(MortgageState.APPROVED);
        this.contractNo = contractNo;
        this.contractOn = on;
        parts.replaceAll(
                part -> part.approved().isPositive() ? part.due(on.plusDays(releaseDays.get(part.kind()))) : part);
        state = MortgageState.SIGNED;
    }

    /** The days by which the lenders' money should be here, the earliest first. */
    List<LocalDate> releaseDays() {
        return parts.stream()
                .map(LoanPart::releaseBy)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** Whether the papers are late and nobody has been told yet; from now on somebody has. */
    boolean tellPapersLate() {
        boolean first = !papersTold && !isComplete();
        papersTold = papersTold || first;
        return first;
    }

    /** The kinds of loan whose money is late and of which nobody has been told yet; from now on somebody has. */
    List<LoanKind> tellReleaseLate(LocalDate today, Set<LoanKind> open) {
        List<LoanKind> late = parts.stream()
                .filter(part -> open.contains(part.kind()) && part.isToBeTold(today))
                .map(LoanPart::kind)
                .toList();
        parts.replaceAll(part -> late.contains(part.kind()) ? part.told() : part);
        return late;
    }

    void released(LocalDate on) {
        expect(MortgageState.SIGNED);
        releasedOn = on;
        state = MortgageState.RELEASED;
    }

    /** The loan was paid back or called off: nothing ties the unit to the bank any more. */
    void settledWithBank() {
        settledWithBank = true;
    }

    void closed() {
        state = MortgageState.CLOSED;
    }

    void note(Instant at, String by, String text) {
        notes.add(new LoanNote(at, by, text));
    }

    /** A loan contract binds the buyer to the bank. */
    boolean isOpenAtTheBank() {
        return Set.of(MortgageState.SIGNED, MortgageState.RELEASED).contains(state) && !settledWithBank;
    }

    private void expect(MortgageState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new IllegalStateException("The loan of sale %s is %s".formatted(caseId, state));
        }
    }

    UUID caseId() {
        return caseId;
    }

    MortgageState state() {
        return state;
    }

    String bank() {
        return bank;
    }

    String bankName() {
        return bankName;
    }

    String bankContact() {
        return bankContact;
    }

    String applicants() {
        return applicants;
    }

    LocalDate papersBy() {
        return papersBy;
    }

    LocalDate submittedOn() {
        return submittedOn;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    String contractNo() {
        return contractNo;
    }

    LocalDate contractOn() {
        return contractOn;
    }

    LocalDate releasedOn() {
        return releasedOn;
    }

    List<LoanPart> parts() {
        return List.copyOf(parts);
    }

    List<LoanPaper> papers() {
        return List.copyOf(papers);
    }

    List<LoanNote> notes() {
        return List.copyOf(notes);
    }
}
