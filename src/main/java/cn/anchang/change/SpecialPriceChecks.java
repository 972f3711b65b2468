package cn.anchang.change;

import cn.anchang.change.SpecialPriceDesk.Written;
import cn.anchang.inventory.OccupiedUnit;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.SalesCase;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Shows while a price is typed who would have to grant it, why, and by which plan it would be paid. Writes nothing. */
@Service
@Transactional
public class SpecialPriceChecks {

    private final SpecialPriceDesk desk;
    private final SpecialPriceJudge judge;
    private final CaseFiles files;
    private final Sentences sentences;

    SpecialPriceChecks(SpecialPriceDesk desk, SpecialPriceJudge judge, CaseFiles files, Sentences sentences) {
        this.desk = desk;
        this.judge = judge;
        this.files = files;
        this.sentences = sentences;
    }

    /** The sales for which this person may ask a price now. */
    public List<SalesCase> sales(String by) {
        return files.inState(CaseState.RESERVED).stream()
                .filter(sale -> desk.askable(sale.id(), by).isPresent())
                .toList();
    }

    /** Empty when this person may not ask a price for the sale, or it holds no unit. */
    public Optional<SpecialPriceView> check(SpecialPriceForm form, String by) {
        // The engine notes each question to a table; somebody only looking leaves no trace.
        TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
        return desk.askable(form.caseId(), by)
                .filter(file -> file.unit().isPresent())
                .map(file -> view(file, form, by));
    }

    private SpecialPriceView view(CaseFile file, SpecialPriceForm form, String by) {
        OccupiedUnit unit = file.unit().orElseThrow();
        SpecialPriceRuling ruling = judge.rule(unit.listPrice(), unit.floorPrice(), form.price(), by);
        Written written = desk.written(file, form, by);
        boolean asked = written.content() != null;
        return new SpecialPriceView(
                unit.listPrice(),
                form.price(),
                SpecialPriceKind.shown(ruling),
                ruling.light(),
                ruling.reason(),
                asked ? written.content().planLines() : List.of(),
                asked ? written.content().planBasis() : null,
                asked ? null : sentences.of((Refusal) written.refusal()));
    }
}
