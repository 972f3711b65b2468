package cn.anchang.mortgage.process;

import static cn.anchang.mortgage.process.MortgageVariables.PAPERS_COMPLETE;
import static cn.anchang.mortgage.process.MortgageVariables.caseId;

import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.mortgage.MortgageDesk;
import cn.anchang.mortgage.MortgageForms.PapersForm;
import cn.anchang.mortgage.MortgageOutcome.PapersNoted;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "收集按揭资料": answers "资料是否齐全?". */
@Component
class PapersCollected implements TaskListener {

    private final MortgageDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    PapersCollected(MortgageDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        PapersForm form = forms.read(task, PapersForm.class);
        PapersNoted noted =
                refusals.accept(desk.collect(caseId(task), form, Actor.of(task).userId()), PapersNoted.class);
        PAPERS_COMPLETE.set(task, noted.complete());
    }
}
