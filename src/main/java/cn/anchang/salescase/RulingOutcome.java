package cn.anchang.salescase;

import cn.anchang.payment.Fault;
import cn.anchang.shared.Refusal;

/** How 总经理 ruled on a deposit. */
public sealed interface RulingOutcome
        permits ExtensionOutcome, RulingOutcome.DepositForfeited, RulingOutcome.FaultMissing {

    record DepositForfeited(Fault fault) implements RulingOutcome {}

    /** Where the deposit goes depends on whose fault it was (R20). */
    record FaultMissing() implements RulingOutcome, Refusal {}
}
