package cn.anchang.change;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How the steps of a change order ended. */
public final class ChangeOutcomes {

    private ChangeOutcomes() {}

    /** How asking for a change ended. */
    public sealed interface Asked {}

    /**
     * @param orderId the business key of its process
     * @param consultant who works on it when it comes back
     */
    public record Opened(UUID orderId, String consultant, String customerName, String unitNo) implements Asked {}

    /** How writing a request that came back ended. */
    public sealed interface Written {}

    /** @param submitted false when it was given up */
    public record WrittenDown(boolean submitted) implements Written {}

    /** How judging who may approve ended. */
    public sealed interface Judged {}

    public record JudgedBy(UUID versionId, String subject) implements Judged {}

    /** How clearing what stands in the way ended. */
    public sealed interface Cleared {}

    public record AllCleared() implements Cleared {}

    /** The approver has no one to ask, or the version is what it was. */
    record NotSubmitted(Refusal reason) implements Judged, Refusal {}

    record SaleNotFound() implements Asked, Refusal {}

    record NotYourSale(String caseNo, String consultant) implements Asked, Refusal {}

    /** Another change of this sale is under way: one at a time. */
    public record ChangeUnderWay(String no, ChangeKind kind, String by) implements Asked, Refusal {}

    /** Another module said no, and its own sentence says why. */
    record NotPossible(ChangeKind kind, Refusal reason) implements Asked, Written, Refusal {}

    record DaysMissing() implements Asked, Written, Refusal {}

    record LineMissing() implements Asked, Written, Refusal {}

    record LinePaid(int line, InstalmentKind kind) implements Asked, Written, Refusal {}

    record NewDayMissing() implements Asked, Written, Refusal {}

    record NewDayNotLater(LocalDate day, LocalDate dueOn) implements Asked, Written, Refusal {}

    record DayInThePast(InstalmentKind kind, LocalDate day) implements Asked, Written, Refusal {}

    /** R07, unless 总经理 is asked for an exception. */
    record FirstPaymentNotDeferrable() implements Asked, Written, Refusal {}

    record PlanMissing() implements Asked, Written, Refusal {}

    record PlanUnchanged() implements Asked, Written, Refusal {}

    record DepositLineGone(Money deposit) implements Asked, Written, Refusal {}

    record TermsMissing() implements Asked, Written, Refusal {}

    record TermsUnchanged() implements Asked, Written, Refusal {}

    record BuyersMissing() implements Asked, Written, Refusal {}

    record UnitMissing() implements Asked, Written, Refusal {}

    record UnitNotForSale() implements Asked, Written, Refusal {}

    record FaultMissing() implements Asked, Written, Refusal {}

    /** 挞定 is by the buyer's fault, by its meaning. */
    record ForfeitNeedsBuyersFault() implements Asked, Written, Refusal {}

    record OtherSale() implements Written, Refusal {}

    record ChangedMissing() implements Written, Refusal {}

    record RevocationMissing() implements Cleared, Refusal {}

    record SettlementMissing() implements Cleared, Refusal {}

    record ClearedInTheFuture(LocalDate day) implements Cleared, Refusal {}

    record ReceiptsStillOut(List<String> receipts) implements Cleared, Refusal {}

    /** Another module said no, and its own sentence says why. */
    record NotCleared(Refusal reason) implements Cleared, Refusal {}

    /** What was approved was drawn up for a sale that stands differently now. */
    record SaleChangedSince() implements Refusal {}

    /** What is stored is not what was approved (R36). */
    record ApprovalVoid() implements Refusal {}
}
