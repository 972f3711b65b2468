package cn.anchang.mortgage;

import cn.anchang.payment.LoanKind;
import cn.anchang.shared.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/** One loan of a file: 商贷 or 公积金. */
@Embeddable
class LoanPart {

    @Enumerated(EnumType.STRING)
    private LoanKind kind;

    private Money planned;
    private Money approved;
    private LocalDate releaseBy;
    private boolean releaseTold;

    protected LoanPart() {}

    LoanPart(LoanKind kind, Money planned) {
        this(kind, planned, null, null, false);
    }

    private LoanPart(LoanKind kind, Money planned, Money approved, LocalDate releaseBy, boolean releaseTold) {
        this.kind = kind;
        this.planned = planned;
        this.approved = approved;
        this.releaseBy = releaseBy;
        this.releaseTold = releaseTold;
    }

    LoanPart approvedFor(Money amount) {
        return new LoanPart(kind, planned, amount, releaseBy, releaseTold);
    }

    LoanPart due(LocalDate day) {
        return new LoanPart(kind, planned, approved, day, false);
    }

    LoanPart told() {
        return new LoanPart(kind, planned, approved, releaseBy, true);
    }

    /** R14: its money should be here by now, and nobody has been told. */
    boolean isToBeTold(LocalDate today) {
        return releaseBy != null && !today.isBefore(releaseBy) && !releaseTold;
    }

    LoanKind kind() {
        return kind;
    }

    Money planned() {
        return planned;
    }

    /** Null until the loan contract is signed, and for a loan that was not granted. */
    LocalDate releaseBy() {
        return releaseBy;
    }

    /** Null until the bank has decided. */
    Money approved() {
        return approved;
    }
}
