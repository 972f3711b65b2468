package cn.anchang.payment;

import cn.anchang.shared.Refusal;
import java.util.UUID;

/** How voiding (作废), reissuing (换票) or printing a receipt ended. */
public sealed interface ReceiptOutcome
        permits ReceiptOutcome.ReceiptVoided,
                ReceiptOutcome.ReceiptReissued,
                ReceiptOutcome.ReceiptPrinted,
                ReceiptOutcome.ReceiptAlreadyVoid,
                ReceiptOutcome.ReceiptReplaced,
                ReceiptOutcome.NoMoneyBehind,
                NotFinance,
                ReasonMissing,
                TextTooLong {

    record ReceiptVoided(String receiptNo) implements ReceiptOutcome {}

    record ReceiptReissued(UUID receiptId, String receiptNo, String replacedNo) implements ReceiptOutcome {}

    /** @param copy 1 for the original; from 2 on the paper says 补打 */
    record ReceiptPrinted(String receiptNo, int copy) implements ReceiptOutcome {}

    record ReceiptAlreadyVoid(String receiptNo) implements ReceiptOutcome, Refusal {}

    /** The payment has a later valid receipt; that one is the one to change. */
    record ReceiptReplaced(String receiptNo, String validNo) implements ReceiptOutcome, Refusal {}

    /** The payment was reversed, so there is nothing to acknowledge. */
    record NoMoneyBehind(String receiptNo) implements ReceiptOutcome, Refusal {}
}
