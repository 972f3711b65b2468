package cn.anchang.payment;

import cn.anchang.shared.Refusal;

/** A name, number or reason longer than the books have room for. */
public record TextTooLong(int most)
        implements ReviewOutcome,
                PlanOutcome,
                ReceiveOutcome,
                ReverseOutcome,
                RefundOutcome,
                RefundReverseOutcome,
                ReceiptOutcome,
                Refusal {

    static final int NAME = 100;
    static final int SERIAL = 64;
    static final int REASON = 200;

    static boolean exceeds(String text, int most) {
        return text != null && text.strip().length() > most;
    }
}
