package cn.anchang.payment;

/** Who lends: each pays lines of its own kind. */
public enum LoanKind {
    /** 商业贷款, by a bank. */
    COMMERCIAL(InstalmentKind.MORTGAGE),
    /** 公积金贷款, by the provident fund. */
    FUND(InstalmentKind.FUND);

    private final InstalmentKind line;

    LoanKind(InstalmentKind line) {
        this.line = line;
    }

    /** The kind of line such a loan pays. */
    public InstalmentKind line() {
        return line;
    }
}
