package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.util.UUID;

/** How recording money ended. */
public sealed interface ReceiveOutcome
        permits ReceiveOutcome.Received,
                ReceiveOutcome.AwaitingSecondPerson,
                ReceiveOutcome.OnlyDepositYet,
                ReceiveOutcome.BankSerialUsed,
                AccountSettled,
                AmountNotPositive,
                AmountTooLarge,
                BankSerialMissing,
                DepositAboveCap,
                NameMissing,
                NotFinance,
                PaidInFuture,
                TextTooLong {

    /** @param unallocated what the account now holds beyond everything that is owed */
    record Received(
            UUID paymentId,
            UUID receiptId,
            String receiptNo,
            ReceiptKind paper,
            Money amount,
            String amountInWords,
            Money unallocated)
            implements ReceiveOutcome {}

    /** Written down, and counts only once somebody else of finance has confirmed it. */
    record AwaitingSecondPerson(UUID paymentId, Money amount, Money above) implements ReceiveOutcome {}

    /** Before a plan is agreed only a deposit may be taken. */
    record OnlyDepositYet() implements ReceiveOutcome, Refusal {}

    /** The same bank entry is already on this account, so this would count it twice. */
    record BankSerialUsed(String bankSerial, Money amount) implements ReceiveOutcome, Refusal {}
}
