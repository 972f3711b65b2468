package cn.anchang.payment;

/** How money comes in or goes out. */
public enum PaymentMethod {
    CASH,
    CARD,
    TRANSFER,
    CHEQUE;

    /** Whether the bank gives such money a serial number, by which it is found again on the statement. */
    public boolean hasBankSerial() {
        return this != CASH;
    }
}
