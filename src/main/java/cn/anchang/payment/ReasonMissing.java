package cn.anchang.payment;

import cn.anchang.shared.Refusal;

/** What is undone, given back or agreed anew is so for a reason that stays on the books. */
public record ReasonMissing()
        implements ReviewOutcome,
                PlanOutcome,
                ReverseOutcome,
                RefundOutcome,
                RefundReverseOutcome,
                ReceiptOutcome,
                Refusal {}
