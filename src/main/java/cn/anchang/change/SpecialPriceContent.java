package cn.anchang.change;

import cn.anchang.payment.DueRule;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is asked for and what its approval binds: this price for this sale, unit, list price, terms and plan. The floor price itself is
 * not in it, for consultants read it.
 *
 * @param customer masked
 * @param ruling who may grant it and why; null while it is only a draft
 */
record SpecialPriceContent(
        UUID caseId,
        String caseNo,
        String customer,
        String project,
        UUID unitId,
        String unitNo,
        Money listPrice,
        Money price,
        PaymentTerms terms,
        List<Line> plan,
        String planBasis,
        String reason,
        SpecialPriceRuling ruling) {

    record Line(InstalmentKind kind, Money amount, LocalDate dueOn, DueRule rule) {

        static Line of(PlanLine line) {
            return new Line(line.kind(), line.amount(), line.dueOn(), line.rule());
        }

        PlanLine line() {
            return new PlanLine(kind, amount, dueOn, rule);
        }
    }

    SpecialPriceContent ruled(SpecialPriceRuling by) {
        return new SpecialPriceContent(
                caseId, caseNo, customer, project, unitId, unitNo, listPrice, price, terms, plan, planBasis, reason,
                by);
    }

    List<PlanLine> planLines() {
        return plan.stream().map(Line::line).toList();
    }
}
