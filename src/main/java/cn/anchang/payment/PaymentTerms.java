package cn.anchang.payment;

import java.util.EnumSet;
import java.util.Set;

/** How the buyer pays the price (付款方式), agreed in the subscription and taken over by the contract. */
public enum PaymentTerms {
    /** 全款. */
    FULL(
            EnumSet.noneOf(LoanKind.class),
            EnumSet.of(InstalmentKind.DEPOSIT, InstalmentKind.FIRST, InstalmentKind.FULL, InstalmentKind.BALANCE)),
    /** 分期: to the seller, without a bank (R12). */
    INSTALMENTS(
            EnumSet.noneOf(LoanKind.class),
            EnumSet.of(
                    InstalmentKind.DEPOSIT,
                    InstalmentKind.FIRST,
                    InstalmentKind.INSTALMENT,
                    InstalmentKind.BALANCE,
                    InstalmentKind.ADJUSTMENT)),
    /** 商业贷款按揭. */
    COMMERCIAL(
            EnumSet.of(LoanKind.COMMERCIAL),
            EnumSet.of(
                    InstalmentKind.DEPOSIT, InstalmentKind.FIRST, InstalmentKind.MORTGAGE, InstalmentKind.ADJUSTMENT)),
    /** 公积金按揭. */
    FUND(
            EnumSet.of(LoanKind.FUND),
            EnumSet.of(InstalmentKind.DEPOSIT, InstalmentKind.FIRST, InstalmentKind.FUND, InstalmentKind.ADJUSTMENT)),
    /** 组合贷款按揭: one part from the bank, one from the provident fund. */
    COMBINED(
            EnumSet.allOf(LoanKind.class),
            EnumSet.of(
                    InstalmentKind.DEPOSIT,
                    InstalmentKind.FIRST,
                    InstalmentKind.MORTGAGE,
                    InstalmentKind.FUND,
                    InstalmentKind.ADJUSTMENT));

    private final Set<LoanKind> loans;
    private final Set<InstalmentKind> lines;

    PaymentTerms(Set<LoanKind> loans, Set<InstalmentKind> lines) {
        this.loans = loans;
        this.lines = lines;
    }

    /** Whether part of the price comes from a lender. */
    public boolean byLoan() {
        return !loans.isEmpty();
    }

    /** The loans these terms need, none without a lender. */
    public Set<LoanKind> loans() {
        return Set.copyOf(loans);
    }

    /** Whether a plan under these terms may have such a line. */
    public boolean allows(InstalmentKind kind) {
        return lines.contains(kind);
    }
}
