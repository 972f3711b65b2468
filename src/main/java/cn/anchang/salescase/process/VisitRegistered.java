package cn.anchang.salescase.process;

import static cn.anchang.salescase.process.CaseVariables.CONSULTANT;
import static cn.anchang.salescase.process.CaseVariables.CUSTOMER_NAME;
import static cn.anchang.salescase.process.CaseVariables.PROJECT_NAME;
import static cn.anchang.salescase.process.CaseVariables.VISIT_JOINED;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.salescase.SalesDesk;
import cn.anchang.salescase.VisitForm;
import cn.anchang.salescase.VisitOutcome;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Start "客户已来访": reception has registered a visitor; the process takes the case's id as its business key. */
@Component
class VisitRegistered implements ExecutionListener {

    private final SalesDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    VisitRegistered(SalesDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        VisitForm form = forms.read(execution, VisitForm.class);
        VisitOutcome.VisitRegistered visit = refusals.accept(
                desk.receiveVisitor(form, Actor.of(execution).userId()), VisitOutcome.VisitRegistered.class);
        execution.setProcessBusinessKey(visit.caseId().toString());
        CONSULTANT.set(execution, visit.consultant());
        CUSTOMER_NAME.set(execution, visit.maskedName());
        PROJECT_NAME.set(execution, visit.projectName());
        VISIT_JOINED.set(execution, visit.joined());
    }
}
