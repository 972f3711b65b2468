package cn.anchang.mortgage;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be read of loan files. */
@Service
@Transactional(readOnly = true)
public class Mortgages {

    private final MortgageFiles files;

    Mortgages(MortgageFiles files) {
        this.files = files;
    }

    public Optional<MortgageView> of(UUID caseId) {
        return files.findByCaseId(caseId).map(Mortgages::view);
    }

    /** A loan contract is signed, and the bank has not been paid back. */
    public boolean loanOpened(UUID caseId) {
        return files.findByCaseId(caseId).filter(Mortgage::isOpenAtTheBank).isPresent();
    }

    private static MortgageView view(Mortgage file) {
        return new MortgageView(
                file.state(),
                file.bankName(),
                file.bankContact(),
                file.applicants(),
                file.papersBy(),
                file.submittedOn(),
                file.decidedOn(),
                file.contractNo(),
                file.contractOn(),
                file.releasedOn(),
                file.isOpenAtTheBank(),
                file.parts().stream()
                        .map(part -> new MortgageView.Part(part.kind(), part.planned(), part.approved()))
                        .toList(),
                file.papers().stream()
                        .map(paper -> new MortgageView.Paper(
                                paper.paperKey(),
                                paper.title(),
                                paper.applicant(),
                                paper.fetches(),
                                paper.receivedOn(),
                                paper.note()))
                        .toList(),
                file.notes().stream()
                        .map(note -> new MortgageView.Note(note.notedAt(), note.notedBy(), note.text()))
                        .toList());
    }
}
