package cn.anchang.report;

import cn.anchang.report.Papers.Issued;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.DealPapers;
import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues what a sale's process asks for, in the name of the sale's consultant. */
@Component
class CasePapers implements DealPapers {

    private final Papers papers;
    private final CaseFiles files;
    private final Sentences sentences;

    CasePapers(Papers papers, CaseFiles files, Sentences sentences) {
        this.papers = papers;
        this.files = files;
        this.sentences = sentences;
    }

    @Override
    public IssuedPaper issueSubscription(UUID caseId) {
        String consultant = files.of(caseId).orElseThrow().salesCase().consultant();
        Papers.Outcome<Issued> outcome =
                papers.issue(caseId, PaperKind.SUBSCRIPTION, "", consultant).orElseThrow();
        if (outcome.refused() != null) {
            throw new IllegalStateException("No paper of " + caseId + ": " + outcome.refused());
        }
        return paper(outcome.done());
    }

    @Override
    public List<IssuedPaper> issuedFor(UUID caseId) {
        return papers.issued(caseId).stream().map(this::paper).toList();
    }

    private IssuedPaper paper(Issued issued) {
        return new IssuedPaper(
                issued.id(), sentences.name(issued.kind()) + " " + issued.no(), "/papers/" + issued.caseId());
    }
}
