package cn.anchang.collection.process;

import static cn.anchang.collection.process.ArrearsVariables.SUBJECT;
import static cn.anchang.collection.process.ArrearsVariables.VERSION_ID;

import cn.anchang.collection.ArrearsDesk;
import cn.anchang.collection.ArrearsOutcome.DemandWrittenDown;
import cn.anchang.collection.DemandForm;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "拟定催款函": it goes before its approver. */
@Component
class DemandWritten implements TaskListener {

    private final ArrearsDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    DemandWritten(ArrearsDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        DemandForm form = forms.read(task, DemandForm.class);
        DemandWrittenDown done = refusals.accept(
                desk.demand(
                        ArrearsVariables.arrearsId(task), form, Actor.of(task).userId()),
                DemandWrittenDown.class);
        VERSION_ID.set(task, done.versionId().toString());
        SUBJECT.set(task, done.subject());
    }
}
