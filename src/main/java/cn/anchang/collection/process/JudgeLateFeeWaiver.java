package cn.anchang.collection.process;

import static cn.anchang.collection.process.WaiverVariables.SUBJECT;
import static cn.anchang.collection.process.WaiverVariables.VERSION_ID;
import static cn.anchang.collection.process.WaiverVariables.waiverId;

import cn.anchang.collection.WaiverDesk;
import cn.anchang.collection.WaiverOutcome.WaiverSubmitted;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Business rule "核定减免权限": the table {@code late-fee-authority} names who decides, and the request goes before them (R18). */
@Component
class JudgeLateFeeWaiver implements JavaDelegate {

    private final WaiverDesk desk;
    private final Refusals refusals;

    JudgeLateFeeWaiver(WaiverDesk desk, Refusals refusals) {
        this.desk = desk;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WaiverSubmitted submitted = refusals.accept(desk.judge(waiverId(execution)), WaiverSubmitted.class);
        VERSION_ID.set(execution, submitted.versionId().toString());
        SUBJECT.set(execution, submitted.subject());
    }
}
