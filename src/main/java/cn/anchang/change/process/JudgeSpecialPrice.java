package cn.anchang.change.process;

import static cn.anchang.change.process.SpecialPriceVariables.SUBJECT;
import static cn.anchang.change.process.SpecialPriceVariables.VERSION_ID;
import static cn.anchang.change.process.SpecialPriceVariables.specialPriceId;

import cn.anchang.change.SpecialPriceDesk;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceSubmitted;
import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Business rule "核定审批权限": the table {@code price-authority} names who decides, and the request goes before them (R09). */
@Component
class JudgeSpecialPrice implements JavaDelegate {

    private final SpecialPriceDesk desk;
    private final Refusals refusals;

    JudgeSpecialPrice(SpecialPriceDesk desk, Refusals refusals) {
        this.desk = desk;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SpecialPriceSubmitted submitted =
                refusals.accept(desk.judge(specialPriceId(execution)), SpecialPriceSubmitted.class);
        VERSION_ID.set(execution, submitted.versionId().toString());
        SUBJECT.set(execution, submitted.subject());
    }
}
