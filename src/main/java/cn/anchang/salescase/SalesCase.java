package cn.anchang.salescase;

import cn.anchang.customer.LostReason;
import cn.anchang.payment.Fault;
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

    @Enumerated(EnumType.STRING)
    private UndoKind undoKind;

    @Enumerated(EnumType.STRING)
    private Fault undoFault;

    private String undoOrder;
    private String undoneBy;

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

    /** The customer's row was merged into another. */
    void belongsTo(UUID otherCustomerId) {
        customerId = otherCustomerId;
    }

    /** Another consultant carries the sale on. */
    void handTo(String otherConsultant) {
        consultant = otherConsultant;
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

    /** The contract is void or was not signed yet: the sale is where it was after the subscription. */
    void signAnew() {
        expect(CaseState.SUBSCRIBED, CaseState.CONTRACTED);
        state = CaseState.SUBSCRIBED;
    }

    /** Another unit for the one the case had (换房). */
    void exchanged(UnitSnapshot chosen) {
        expect(CaseState.SUBSCRIBED);
        unit = chosen;
    }

    /** The housing bureau has taken the contract off its file; once the checklist is through, the sale stays where it is. */
    void filingRevoked() {
        expect(CaseState.FILED, CaseState.CHECKED);
        if (state == CaseState.FILED) {
            state = CaseState.CONTRACTED;
        }
    }

    /** The change is given up for which the filing was revoked; once the checklist is through, the sale stays where it is. */
    void filedAgain() {
        expect(CaseState.CONTRACTED, CaseState.CHECKED);
        if (state == CaseState.CONTRACTED) {
            state = CaseState.FILED;
        }
    }

    /** It is decided; the money is settled next, and the case closes when none is owed back. */
    void undoing(UndoKind kind, Fault fault, String reason, String order, String by) {
        switch (kind) {
            case FORFEITED -> expect(CaseState.SUBSCRIBED);
            case WITHDRAWN -> expect(CaseState.RESERVED, CaseState.SUBSCRIBED);
            case RETURNED -> expect(CaseState.CONTRACTED, CaseState.CHECKED);
        }
        state = kind == UndoKind.FORFEITED ? CaseState.FORFEITING : CaseState.UNDOING;
        subscribeBy = null;
        undoKind = kind;
        undoFault = fault;
        undoOrder = order;
        undoneBy = by;
        closeReason = reason;
    }

    /** Whether it is decided that the sale is undone, and its money is being settled. */
    boolean isBeingUndone() {
        return state == CaseState.FORFEITING || state == CaseState.UNDOING;
    }

    void undone(Instant at) {
        expect(CaseState.FORFEITING, CaseState.UNDOING);
        close(undoKind.outcome(), closeReason, at);
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

    /** How the sale is or was undone, or null. */
    public UndoKind undoKind() {
        return undoKind;
    }

    /** By whose fault (R20), or null. */
    public Fault undoFault() {
        return undoFault;
    }

    /** The change order by which it was undone, or null when 总经理 ruled on an overdue signing. */
    public String undoOrder() {
        return undoOrder;
    }

    public String undoneBy() {
        return undoneBy;
    }
}
