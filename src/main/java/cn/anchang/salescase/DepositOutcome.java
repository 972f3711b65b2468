package cn.anchang.salescase;

import cn.anchang.shared.Refusal;
import java.time.Instant;

/** How 收取定金 ended. */
public sealed interface DepositOutcome permits DepositOutcome.DepositTaken, DepositOutcome.HoldLapsed, Declined {

    record DepositTaken(String receiptNo, Instant remindAt, Instant superviseAt) implements DepositOutcome {}

    /** The unit may be somebody else's any moment, so no money is taken for it (R02). */
    record HoldLapsed(String unitNo, Instant at) implements DepositOutcome, Refusal {}
}
