package cn.anchang.mortgage;

import cn.anchang.payment.LoanKind;
import cn.anchang.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One loan of a file: 商贷 or 公积金. */
@Embeddable
class LoanPart {

    @Enumerated(EnumType.STRING)
    private LoanKind kind;

    private Money planned;

    @Column(name = "approved")
    private Money approved;

    protected LoanPart() {}

    LoanPart(LoanKind kind, Money planned, Money approved) {
        this.kind = kind;
        this.planned = planned;
        this.approved = approved;
    }

    LoanKind kind() {
        return kind;
    }

    Money planned() {
        return planned;
    }

    /** Null until the bank has decided. */
    Money approved() {
        return approved;
    }
}
