package cn.anchang.collection.process;

import static cn.anchang.collection.process.ArrearsVariables.REVIEW_AGAIN_AT;
import static cn.anchang.collection.process.ArrearsVariables.REVIEW_DECISION;

import cn.anchang.collection.ArrearsDesk;
import cn.anchang.collection.ArrearsOutcome.Reviewed;
import cn.anchang.collection.RescissionForm;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "解除审查": answers "如何处置?". */
@Component
class RescissionReviewed implements TaskListener {

    private final ArrearsDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    RescissionReviewed(ArrearsDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        RescissionForm form = forms.read(task, RescissionForm.class);
        Reviewed done = refusals.accept(
                desk.review(
                        ArrearsVariables.arrearsId(task), form, Actor.of(task).userId()),
                Reviewed.class);
        REVIEW_DECISION.set(task, done.decision());
        REVIEW_AGAIN_AT.set(task, done.againAt());
    }
}
