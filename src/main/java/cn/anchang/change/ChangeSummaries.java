package cn.anchang.change;

import cn.anchang.change.ChangeContent.Line;
import cn.anchang.change.ChangeContent.NewPlan;
import cn.anchang.salescase.SealedBuyer;
import cn.anchang.shared.Sentences;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a change order asks for, in one line. */
@Component
class ChangeSummaries {

    private final Sentences sentences;

    ChangeSummaries(Sentences sentences) {
        this.sentences = sentences;
    }

    String of(ChangeContent content) {
        return switch (content.kind()) {
            case EXTEND_SIGNING ->
                sentences.text(
                        "change.summary.extend",
                        content.moreDays().days(),
                        content.moreDays().signBy(),
                        content.moreDays().newSignBy(),
                        content.moreDays().total());
            case RESCHEDULE, DEFER_PAYMENT -> plan(content.newPlan());
            case CHANGE_TERMS ->
                sentences.text(
                        "change.summary.terms",
                        content.newPlan().terms(),
                        content.newPlan().newTerms());
            case CHANGE_BUYERS ->
                sentences.text(
                        "change.summary.buyers",
                        content.newBuyers().before().stream()
                                .map(ChangeContent.NewBuyers.Known::name)
                                .toList(),
                        content.newBuyers().after().stream()
                                .map(SealedBuyer::name)
                                .toList());
            case EXCHANGE_UNIT ->
                sentences.text(
                        "change.summary.unit",
                        content.unitNo(),
                        content.newUnit().unitNo(),
                        content.newPlan().price(),
                        content.newUnit().listPrice());
            case WITHDRAW, RETURN_UNIT, FORFEIT ->
                sentences.text(
                        "change.summary.undo",
                        content.undoing().fault(),
                        content.undoing().forfeited(),
                        content.undoing().refund());
        };
    }

    /** The lines that move, each with its day then and now. */
    private String plan(NewPlan plan) {
        List<String> moved = plan.after().stream()
                .filter(line -> !plan.before().contains(line))
                .map(line -> moved(plan, line))
                .toList();
        return sentences.text("change.summary.plan", moved, plan.laterBy());
    }

    private String moved(NewPlan plan, Line line) {
        return plan.before().stream()
                .filter(was -> was.key().equals(line.key()) && was.amount().equals(line.amount()))
                .findFirst()
                .map(was -> sentences.text(
                        "change.summary.line.moved", line.kind(), line.amount(), was.dueOn(), line.dueOn()))
                .orElseGet(() -> sentences.text("change.summary.line.new", line.kind(), line.amount(), line.dueOn()));
    }
}
