package cn.anchang.payment;

import cn.anchang.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Who did what to an account, when and why. Written with the act, never changed. */
@Entity
@Table(name = "ledger_acts")
class LedgerAct {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Account account;

    private int seq;

    @Enumerated(EnumType.STRING)
    private LedgerActKind kind;

    private String subject;
    private Money amount;
    private String reason;
    private String doneBy;
    private Instant doneAt;

    protected LedgerAct() {}

    LedgerAct(Account account, int seq, LedgerActKind kind, String subject, Money amount, String reason, Act act) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.seq = seq;
        this.kind = kind;
        this.subject = subject;
        this.amount = amount;
        this.reason = reason;
        this.doneBy = act.who();
        this.doneAt = act.at();
    }

    Statement.ActView view() {
        return new Statement.ActView(doneAt, doneBy, kind, subject, amount, reason);
    }
}
