package cn.anchang.payment;

import cn.anchang.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One line of a bank statement: money that came in, until a person says where it belongs. */
@Entity
@Table(name = "bank_lines")
class BankLine {

    /** What a person decided about a line. */
    enum State {
        OPEN,
        BOOKED,
        DISMISSED
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    private String serial;
    private LocalDate paidOn;
    private Money amount;
    private String payer;
    private String remark;
    private String filename;
    private String broughtInBy;
    private Instant broughtInAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private UUID accountId;
    private UUID paymentId;
    private String decidedBy;
    private Instant decidedAt;
    private String reason;

    protected BankLine() {}

    BankLine(String serial, LocalDate paidOn, Money amount, String payer, String remark, String filename, Act act) {
        this.id = UUID.randomUUID();
        this.serial = serial;
        this.paidOn = paidOn;
        this.amount = amount;
        this.payer = payer;
        this.remark = remark;
        this.filename = filename;
        this.broughtInBy = act.who();
        this.broughtInAt = act.at();
        this.state = State.OPEN;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean says(LocalDate paidOn, Money amount) {
        return this.paidOn.equals(paidOn) && this.amount.equals(amount);
    }

    void booked(UUID account, UUID payment, Act act) {
        state = State.BOOKED;
        accountId = account;
        paymentId = payment;
        decidedBy = act.who();
        decidedAt = act.at();
    }

    void dismissed(String why, Act act) {
        state = State.DISMISSED;
        reason = why;
        decidedBy = act.who();
        decidedAt = act.at();
    }

    UUID id() {
        return id;
    }

    String serial() {
        return serial;
    }

    LocalDate paidOn() {
        return paidOn;
    }

    Money amount() {
        return amount;
    }

    String payer() {
        return payer;
    }

    String remark() {
        return remark;
    }

    String filename() {
        return filename;
    }
}
