package cn.anchang.report;

import cn.anchang.collection.ArrearsBook;
import cn.anchang.collection.DemandLetter;
import cn.anchang.collection.DemandPapers;
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
    private final Sentences sentences;

    CasePapers(Papers papers, CaseFiles files, ArrearsBook arrears, Sentences sentences) {
        this.papers = papers;
        this.files = files;
        this.arrears = arrears;
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

    private Issued ofTheSale(UUID caseId, PaperKind kind) {
        CaseFile file = files.of(caseId).orElseThrow();
        return papers.issue(file, kind, file.salesCase().consultant());
    }

    @Override
    public IssuedLetter issue(UUID account) {
        DemandLetter letter = arrears.lettersFor(account).get(0);
        Issued issued = papers.issue(files.of(account).orElseThrow(), PaperKind.DEMAND, letter.preparedBy());
        return new IssuedLetter(title(issued), path(issued));
    }

    @Override
    public Optional<IssuedLetter> latest(UUID account) {
        return papers.issued(account).stream()
                .filter(paper -> paper.kind() == PaperKind.DEMAND)
                .findFirst()
                .map(paper -> new IssuedLetter(title(paper), path(paper)));
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
