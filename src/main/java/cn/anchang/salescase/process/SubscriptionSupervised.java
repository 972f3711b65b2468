package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.SUBSCRIBE_ESCALATE_AT;
import static cn.anchang.salescase.process.CaseVariables.SUBSCRIBE_REMIND_AT;
import static cn.anchang.salescase.process.CaseVariables.caseId;

import cn.anchang.engine.Forms;
import cn.anchang.salescase.SalesDesk;
import cn.anchang.salescase.Supervised;
import cn.anchang.salescase.SupervisionForm;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "督办认购": the site manager notes what is the matter and sets a new deadline. */
@Component
class SubscriptionSupervised implements TaskListener {

    private final SalesDesk desk;
    private final Forms forms;

    SubscriptionSupervised(SalesDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @Override
    public void notify(DelegateTask task) {
        SupervisionForm form = forms.read(task, SupervisionForm.class);
        Supervised supervised = desk.superviseSubscription(caseId(task), form);
        SUBSCRIBE_REMIND_AT.set(task, supervised.remindAt());
        SUBSCRIBE_ESCALATE_AT.set(task, supervised.superviseAt());
    }
}
