package cn.anchang.change;

import cn.anchang.payment.DueRule;
import cn.anchang.payment.Fault;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.salescase.SealedBuyer;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a change order says: the sale as it stands and as it is to be, so that what is approved is what is carried out. Of the parts
 * only those of its kind are there; the others are null.
 *
 * @param stage where the sale was, as people call it
 * @param asOf how the sale stood, as {@link cn.anchang.salescase.Standing#asOf()}
 */
public record ChangeContent(
        UUID caseId,
        String caseNo,
        String projectName,
        String unitNo,
        String customerName,
        ChangeKind kind,
        String stage,
        boolean contracted,
        String asOf,
        MoreDays moreDays,
        NewPlan newPlan,
        NewBuyers newBuyers,
        NewUnit newUnit,
        Undoing undoing,
        Money fee,
        String reason) {

    /**
     * R06.
     *
     * @param given days given before this
     */
    public record MoreDays(int days, int given, LocalDate signBy, LocalDate newSignBy) {

        int total() {
            return given + days;
        }
    }

    /**
     * @param laterBy by how many days the money comes later at most; 0 when it does not
     * @param firstPayment whether what is due by signing comes later or becomes less (R07)
     */
    public record NewPlan(
            PaymentTerms terms,
            PaymentTerms newTerms,
            Money price,
            Money newPrice,
            List<Line> before,
            List<Line> after,
            int laterBy,
            boolean firstPayment) {}

    /** @param rule what the day is counted from, or null */
    public record Line(String key, InstalmentKind kind, Money amount, LocalDate dueOn, DueRule rule) {

        PlanLine planLine() {
            return new PlanLine(kind, amount, dueOn, rule);
        }
    }

    public record NewBuyers(List<Known> before, List<SealedBuyer> after) {

        public record Known(String name, String idMasked, int sharePercent) {}
    }

    /** The price of the day; the plan for it stands with the order's plan. */
    public record NewUnit(UUID unitId, String unitNo, Money listPrice) {}

    /** What becomes of the money by whose fault it was (R20). */
    public record Undoing(
            Fault fault, Money deposit, Money otherMoney, Money forfeited, Money compensation, Money refund) {}

    /** What its authority is judged by: days of extension added up, or days money comes later. */
    int judgedDays() {
        return moreDays != null ? moreDays.total() : newPlan == null ? 0 : newPlan.laterBy();
    }

    boolean touchesFirstPayment() {
        return newPlan != null && newPlan.firstPayment();
    }
}
