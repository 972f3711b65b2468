package cn.anchang.salescase;

import cn.anchang.customer.LostReason;
import cn.anchang.shared.Money;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * One customer's way to one unit (一客一案); its id is the business key of its process. It answers how far the sale has come and
 * refuses, as a broken rule, a step out of turn.
 */
@Entity
@Table(name = "sales_cases")
public class SalesCase {

    @Id
    private UUID id;

    @Version
    private Long version;

    private String no;
    private UUID customerId;
    private UUID projectId;
    private String projectName;
    private UUID visitId;
    private String consultant;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    private Instant openedAt;
    private LocalDate followUpOn;

    @Embedded
    private UnitSnapshot unit;

    private Instant holdUntil;
    private Money deposit;
    private LocalDate depositOn;
    private Instant subscribeBy;
    private String supervisionNote;
    private String closeReason;

    @Enumerated(EnumType.STRING)
    private LostReason lostReason;

    private Instant closedAt;

    protected SalesCase() {}

    SalesCase(
            UUID id,
            String no,
            UUID customerId,
            UUID projectId,
            String projectName,
            UUID visitId,
            String consultant,
            Instant openedAt) {
        this.id = id;
        this.no = no;
        this.customerId = customerId;
        this.projectId = projectId;
        this.projectName = projectName;
        this.visitId = visitId;
        this.consultant = consultant;
        this.state = CaseState.NEGOTIATING;
        this.openedAt = openedAt;
    }

    void followUp(LocalDate day) {
        expect(CaseState.NEGOTIATING);
        followUpOn = day;
    }

    /** The customer wants to buy, or has come back by themselves: no follow-up is waited for any more. */
    void followUpDone() {
        followUpOn = null;
    }

    void hold(UnitSnapshot chosen, Instant until) {
        expect(CaseState.NEGOTIATING);
        unit = chosen;
        holdUntil = until;
        state = CaseState.HOLDING;
    }

    /** Whether the hold still keeps others away, so that money may be taken on it (R02). */
    boolean isHeldAt(Instant moment) {
        return state == CaseState.HOLDING && moment.isBefore(holdUntil);
    }

    /** The hold lapsed before money came; the talk goes on. Does nothing once money is in. */
    void holdLapsed() {
        if (state == CaseState.HOLDING) {
            unit = null;
            holdUntil = null;
            state = CaseState.NEGOTIATING;
        }
    }

    void depositReceived(Money amount, LocalDate on, Instant subscribeBefore) {
        expect(CaseState.HOLDING);
        deposit = amount;
        depositOn = on;
        holdUntil = null;
        subscribeBy = subscribeBefore;
        state = CaseState.RESERVED;
    }

    void supervised(String note, Instant subscribeBefore) {
        expect(CaseState.RESERVED);
        supervisionNote = note;
        subscribeBy = subscribeBefore;
    }

    void subscribed() {
        expect(CaseState.RESERVED);
        subscribeBy = null;
        state = CaseState.SUBSCRIBED;
    }

    void contracted() {
        expect(CaseState.SUBSCRIBED);
        state = CaseState.CONTRACTED;
    }

    void filed() {
        expect(CaseState.CONTRACTED);
        state = CaseState.FILED;
    }

    /** Whether this person may tick the checklist: never the consultant who sold. */
    boolean mayBeCheckedBy(String userId) {
        return !consultant.equals(userId);
    }

    void checked() {
        expect(CaseState.FILED);
        state = CaseState.CHECKED;
    }

    void completed(Instant at) {
        expect(CaseState.CHECKED);
        close(CaseState.COMPLETED, null, at);
    }

    /** @param said the reason as people read it, with what was noted beside it */
    void lost(LostReason reason, String said, Instant at) {
        expect(CaseState.NEGOTIATING);
        followUpOn = null;
        lostReason = reason;
        close(CaseState.LOST, said, at);
    }

    /** 总经理 has decided; the money is settled next, and the case closes when none is owed back. */
    void forfeiting(String reason) {
        expect(CaseState.SUBSCRIBED);
        state = CaseState.FORFEITING;
        closeReason = reason;
    }

    void forfeited(Instant at) {
        expect(CaseState.FORFEITING);
        close(CaseState.FORFEITED, closeReason, at);
    }

    private void close(CaseState outcome, String reason, Instant at) {
        state = outcome;
        closeReason = reason;
        closedAt = at;
    }

    private void expect(CaseState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new IllegalStateException("%s is %s, not %s".formatted(no, state, Arrays.toString(allowed)));
        }
    }

    public UUID id() {
        return id;
    }

    public String no() {
        return no;
    }

    public UUID customerId() {
        return customerId;
    }

    public UUID projectId() {
        return projectId;
    }

    public String projectName() {
        return projectName;
    }

    public UUID visitId() {
        return visitId;
    }

    public String consultant() {
        return consultant;
    }

    public CaseState state() {
        return state;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public LocalDate followUpOn() {
        return followUpOn;
    }

    /** The unit the case has or had, or null. */
    public UnitSnapshot unit() {
        return unit;
    }

    public Instant holdUntil() {
        return holdUntil;
    }

    public Money deposit() {
        return deposit;
    }

    public LocalDate depositOn() {
        return depositOn;
    }

    public Instant subscribeBy() {
        return subscribeBy;
    }

    public String supervisionNote() {
        return supervisionNote;
    }

    public String closeReason() {
        return closeReason;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
