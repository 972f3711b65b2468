package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.FOLLOW_UP_AT;
import static cn.anchang.salescase.process.CaseVariables.NEGOTIATION_OUTCOME;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.NegotiationForm;
import cn.anchang.salescase.NegotiationOutcome;
import cn.anchang.salescase.NegotiationOutcome.CustomerLost;
import cn.anchang.salescase.NegotiationOutcome.FollowUpAgreed;
import cn.anchang.salescase.NegotiationOutcome.Intended;
import cn.anchang.salescase.SalesDesk;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "追踪客户": the consultant reports how the follow-up ended; the same questions as after a first talk. */
@Component
class FollowedUp implements TaskListener {

    private final SalesDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    FollowedUp(SalesDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        NegotiationForm form = forms.read(task, NegotiationForm.class);
        NegotiationOutcome outcome =
                desk.negotiated(caseId(task), form, Actor.of(task).userId());
        if (outcome instanceof Intended) {
            NEGOTIATION_OUTCOME.set(task, "intent");
        } else if (outcome instanceof CustomerLost) {
            NEGOTIATION_OUTCOME.set(task, "lost");
        } else {
            FollowUpAgreed agreed = refusals.accept(outcome, FollowUpAgreed.class);
            NEGOTIATION_OUTCOME.set(task, "followUp");
            FOLLOW_UP_AT.set(task, agreed.at());
        }
    }
}
