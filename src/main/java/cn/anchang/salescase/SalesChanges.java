package cn.anchang.salescase;

import cn.anchang.payment.Fault;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.salescase.SubscriptionForm.BuyerEntry;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an approved change is carried out in one piece: case, subscription, contract, ledger, board and milestones are switched and the
 * running process is told, or nothing is written and the answer says why.
 */
@Service
@Transactional
public class SalesChanges {

    /** Empty when there is no such case, or it has no unit yet. */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(UUID caseId) {
        throw new UnsupportedOperationException();
    }

    /** Why such a change cannot be asked for as the sale stands; empty when it can. */
    @Transactional(readOnly = true)
    public Optional<Refusal> objection(UUID caseId, ChangeKind kind) {
        throw new UnsupportedOperationException();
    }

    /** What has to be cleared before such a change is carried out. */
    @Transactional(readOnly = true)
    public List<Obstacle> obstacles(UUID caseId, ChangeKind kind) {
        throw new UnsupportedOperationException();
    }

    /** The housing bureau has taken the contract off its file. */
    public void filingRevoked(UUID caseId, String revocationNo, LocalDate on, String by) {
        throw new UnsupportedOperationException();
    }

    /** The buyer has handed these receipts back; they become void, the money stays received. */
    public void receiptsReturned(UUID caseId, List<UUID> receipts, String order, String by) {
        throw new UnsupportedOperationException();
    }

    /** Why these cannot be the buyers; empty when they can. */
    @Transactional(readOnly = true)
    public Optional<Refusal> objectionTo(List<BuyerEntry> buyers) {
        throw new UnsupportedOperationException();
    }

    /** The buyers as a document may carry them (R35). */
    public List<SealedBuyer> seal(UUID caseId, List<BuyerEntry> buyers) {
        throw new UnsupportedOperationException();
    }

    /** 延期签约: the sign-by day moves, and with it every clock that runs towards it (R06). */
    public ChangeOutcome extendSigning(
            UUID caseId, int days, Authority authority, String reason, String order, String by) {
        throw new UnsupportedOperationException();
    }

    /** 付款计划调整 and 延期付款: same price, same terms. */
    public ChangeOutcome revisePlan(UUID caseId, List<PlanLine> lines, String reason, String order, String by) {
        throw new UnsupportedOperationException();
    }

    /** 付款方式变更. */
    public ChangeOutcome changeTerms(
            UUID caseId, PaymentTerms terms, List<PlanLine> lines, String reason, String order, String by) {
        throw new UnsupportedOperationException();
    }

    /** 更名/增减权益人. */
    public ChangeOutcome changeBuyers(UUID caseId, List<SealedBuyer> buyers, String reason, String order, String by) {
        throw new UnsupportedOperationException();
    }

    /** 换房: the new unit is taken first, at the price of the day; the old one goes back on the board and the money moves along. */
    public ChangeOutcome exchangeUnit(
            UUID caseId, UUID unitId, Money price, List<PlanLine> lines, String reason, String order, String by) {
        throw new UnsupportedOperationException();
    }

    /** 退定, 退房 or 挞定: the sale is interrupted, its money settled by whose fault it was (R20), its unit freed. */
    public ChangeOutcome undo(UUID caseId, UndoKind kind, Fault fault, String reason, String order, String by) {
        throw new UnsupportedOperationException();
    }
}
