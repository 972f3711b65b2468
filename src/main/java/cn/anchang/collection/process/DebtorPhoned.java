package cn.anchang.collection.process;

import static cn.anchang.collection.process.ArrearsVariables.CALL_AGAIN_AT;
import static cn.anchang.collection.process.ArrearsVariables.LETTER_DUE;

import cn.anchang.collection.ArrearsCallForm;
import cn.anchang.collection.ArrearsDesk;
import cn.anchang.collection.ArrearsOutcome.DebtorCalled;
import cn.anchang.engine.Actor;
import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Task "致电催款": answers "是否到发函日?". */
@Component
class DebtorPhoned implements TaskListener {

    private final ArrearsDesk desk;
    private final Forms forms;
    private final Refusals refusals;

    DebtorPhoned(ArrearsDesk desk, Forms forms, Refusals refusals) {
        this.desk = desk;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        ArrearsCallForm form = forms.read(task, ArrearsCallForm.class);
        DebtorCalled done = refusals.accept(
                desk.called(
                        ArrearsVariables.arrearsId(task), form, Actor.of(task).userId()),
                DebtorCalled.class);
        CALL_AGAIN_AT.set(task, done.againAt());
        LETTER_DUE.set(task, done.letterDue());
    }
}
