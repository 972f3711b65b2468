package cn.anchang.payment;

/** What the buyer says the money is for. The paper names it; allocation does not follow it but pays the oldest instalment first. */
public enum Item {
    DEPOSIT,
    FIRST_PAYMENT,
    FULL_PAYMENT,
    INSTALMENT,
    BALANCE;

    ReceiptKind paper() {
        return this == DEPOSIT ? ReceiptKind.DEPOSIT_SLIP : ReceiptKind.RECEIPT;
    }
}
