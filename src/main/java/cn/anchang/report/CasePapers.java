package cn.anchang.report;

import cn.anchang.collection.ArrearsBook;
import cn.anchang.collection.DemandLetter;
import cn.anchang.collection.DemandPapers;
import cn.anchang.mortgage.Mortgages;
import cn.anchang.report.Papers.Issued;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.DealPapers;
import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues what processes ask for: papers of a sale in the name of its consultant, a 催款函 in the name of whoever wrote it. */
@Component
class CasePapers implements DealPapers, DemandPapers {

    private final Papers papers;
    private final CaseFiles files;
    private final ArrearsBook arrears;
    private final Mortgages mortgages;
    private final Sentences sentences;

    CasePapers(Papers papers, CaseFiles files, ArrearsBook arrears, Mortgages mortgages, Sentences sentences) {
        this.papers = papers;
        this.files = files;
        this.arrears = arrears;
        this.mortgages = mortgages;
        this.sentences = sentences;
    }

    @Override
    public IssuedPaper issueSubscription(UUID caseId) {
        return paper(ofTheSale(caseId, PaperKind.SUBSCRIPTION));
    }

    @Override
    public IssuedPaper issueContractData(UUID caseId) {
        return paper(ofTheSale(caseId, PaperKind.CONTRACT_DATA));
    }

    @Override
    public List<IssuedPaper> issueReceipts(UUID caseId) {
        CaseFile file = files.of(caseId).orElseThrow();
        return papers.receiptsWithoutPaper(file).stream()
                .map(receipt ->
                        paper(papers.issue(file, Papers.kindOf(receipt), receipt.receiptNo(), receipt.issuedBy())))
                .toList();
    }

    @Override
    public IssuedPaper issueChecklist(UUID caseId) {
        CaseFile file = files.of(caseId).orElseThrow();
        return paper(papers.issue(
                file, PaperKind.CHECKLIST, "", file.checklist().orElseThrow().checkedBy()));
    }

    @Override
    public IssuedPaper issueExtension(UUID caseId) {
        return paper(ofTheSale(caseId, PaperKind.EXTENSION));
    }

    @Override
    public Optional<IssuedPaper> issueLoanPapers(UUID caseId) {
        return mortgages.of(caseId).map(loan -> paper(ofTheSale(caseId, PaperKind.LOAN_PAPERS)));
    }

    @Override
    public IssuedPaper issueUndoing(UUID caseId) {
        return paper(ofTheSale(caseId, PaperKind.RETURN));
    }

    private Issued ofTheSale(UUID caseId, PaperKind kind) {
        CaseFile file = files.of(caseId).orElseThrow();
        return papers.issue(file, kind, "", file.salesCase().consultant());
    }

    @Override
    public IssuedLetter issue(UUID arrearsId) {
        DemandLetter letter = arrears.letter(arrearsId).orElseThrow();
        CaseFile file = files.of(account(arrearsId)).orElseThrow();
        Issued issued = papers.issue(file, PaperKind.DEMAND, letter.no(), letter.preparedBy());
        return new IssuedLetter(title(issued), path(issued));
    }

    @Override
    public Optional<IssuedLetter> latest(UUID arrearsId) {
        return arrears.letter(arrearsId)
                .flatMap(letter -> papers.issued(account(arrearsId)).stream()
                        .filter(paper -> paper.kind() == PaperKind.DEMAND
                                && paper.subject().equals(letter.no()))
                        .findFirst())
                .map(paper -> new IssuedLetter(title(paper), path(paper)));
    }

    private UUID account(UUID arrearsId) {
        return arrears.find(arrearsId).orElseThrow().arrears().account();
    }

    @Override
    public List<IssuedPaper> issuedFor(UUID caseId) {
        return papers.issued(caseId).stream().map(this::paper).toList();
    }

    private IssuedPaper paper(Issued issued) {
        return new IssuedPaper(issued.id(), title(issued), path(issued));
    }

    private String title(Issued issued) {
        return sentences.name(issued.kind()) + " " + issued.no();
    }

    private static String path(Issued issued) {
        return "/papers/" + issued.caseId();
    }
}
