package cn.anchang.payment;

import cn.anchang.shared.Refusal;

/** Only finance confirms money, gives it back or touches a receipt (R33). */
public record NotFinance(String who)
        implements ReviewOutcome,
                ReceiveOutcome,
                ReverseOutcome,
                RefundOutcome,
                RefundReverseOutcome,
                ReceiptOutcome,
                Refusal {}
