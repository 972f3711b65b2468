package cn.anchang.payment;

/**
 * What the money is for. The paper names it; allocation asks only whether it is a lender's: that pays what a lender owes, any other
 * money the rest, each the oldest instalment first.
 */
public enum Item {
    DEPOSIT,
    FIRST_PAYMENT,
    FULL_PAYMENT,
    INSTALMENT,
    BALANCE,
    /** 贷款放款, by a bank or the provident fund. */
    LOAN;

    ReceiptKind paper() {
        return this == DEPOSIT ? ReceiptKind.DEPOSIT_SLIP : ReceiptKind.RECEIPT;
    }

    /** What money is for that pays a line of this kind. */
    public static Item paying(InstalmentKind kind) {
        return switch (kind) {
            case DEPOSIT -> DEPOSIT;
            case FIRST -> FIRST_PAYMENT;
            case FULL -> FULL_PAYMENT;
            case MORTGAGE, FUND -> LOAN;
            case INSTALMENT -> INSTALMENT;
            case BALANCE, ADJUSTMENT -> BALANCE;
        };
    }
}
