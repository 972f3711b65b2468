package cn.anchang.mortgage;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.PlanLine;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** R15: a loan smaller than planned keeps the plan's sum, for the gap becomes a line of the buyer's own. */
final class Shortfall {

    private Shortfall() {}

    /**
     * Shares what is lent over the lines of its kind, the earliest due first; lines nothing is left for go.
     *
     * @param lent by the kind of line it pays
     * @return lines of the same sum, the gap's the last
     * @throws IllegalArgumentException when nothing is missing
     */
    static List<PlanLine> plan(List<PlanLine> lines, Map<InstalmentKind, Money> lent, LocalDate gapDueOn) {
        Map<InstalmentKind, Money> left = new EnumMap<>(lent);
        List<Money> amounts =
                new ArrayList<>(lines.stream().map(PlanLine::amount).toList());
        IntStream.range(0, lines.size())
                .filter(i -> left.containsKey(lines.get(i).kind()))
                .boxed()
                .sorted(Comparator.comparing(i -> lines.get(i).dueOn()))
                .forEach(i -> {
                    InstalmentKind kind = lines.get(i).kind();
                    amounts.set(i, left.get(kind).min(amounts.get(i)));
                    left.put(kind, left.get(kind).minus(amounts.get(i)));
                });
        List<PlanLine> plan = new ArrayList<>();
        Money gap = Money.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            PlanLine line = lines.get(i);
            gap = gap.plus(line.amount().minus(amounts.get(i)));
            if (amounts.get(i).isPositive()) {
                plan.add(new PlanLine(line.kind(), amounts.get(i), line.dueOn(), line.rule()));
            }
        }
        if (!gap.isPositive()) {
            throw new IllegalArgumentException("Nothing is missing of " + lines);
        }
        plan.add(new PlanLine(InstalmentKind.ADJUSTMENT, gap, gapDueOn));
        return plan;
    }
}
