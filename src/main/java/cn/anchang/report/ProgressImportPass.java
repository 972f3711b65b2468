package cn.anchang.report;

import cn.anchang.salescase.Stage;
import cn.anchang.salescase.StagePlans;
import cn.anchang.salescase.StagePlans.Plans;
import cn.anchang.salescase.StagePlans.Wish;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.CellProblem.RowTwice;
import cn.anchang.workbook.Column;
import cn.anchang.workbook.ImportKind.Pass;
import cn.anchang.workbook.Row;
import cn.anchang.workbook.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One pass over a 销售过程进度分析表. A blank cell changes nothing; the row of totals is passed over. */
class ProgressImportPass implements Pass {

    private static final int NO_LENGTH = 40;

    /** No sale that whoever imports may see has this number. */
    record SaleUnknown(String no) implements Refusal {}

    private final Column no;
    private final Map<Stage, Column> columns;
    private final String total;
    private final StagePlans plans;
    private final Set<UUID> closed;
    private final Sentences sentences;
    private final String userId;
    private final Map<String, Integer> seen = new HashMap<>();

    ProgressImportPass(
            Column no,
            Map<Stage, Column> columns,
            String total,
            StagePlans plans,
            Set<UUID> closed,
            Sentences sentences,
            String userId) {
        this.no = no;
        this.columns = columns;
        this.total = total;
        this.plans = plans;
        this.closed = closed;
        this.sentences = sentences;
        this.userId = userId;
    }

    @Override
    public List<Verdict> take(List<Row> rows, boolean write) {
        List<String> numbers = rows.stream().map(row -> row.text(no, NO_LENGTH)).toList();
        Map<String, Plans> known =
                plans.of(numbers.stream().filter(Objects::nonNull).distinct().toList(), closed);
        LocalDate today = plans.today();
        List<Wish> wishes = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            verdicts.add(judge(rows.get(i), numbers.get(i), known, today, wishes));
        }
        if (write) {
            plans.plan(wishes, userId);
        }
        return verdicts;
    }

    private Verdict judge(Row row, String number, Map<String, Plans> known, LocalDate today, List<Wish> wishes) {
        if (!row.isGood()) {
            return null;
        } else if (total.equals(number)) {
            return Verdict.UNCHANGED;
        }
        Plans sale = known.get(number);
        Integer first = seen.putIfAbsent(number, row.number());
        if (sale == null) {
            row.problem(no, new SaleUnknown(number));
        } else if (first != null) {
            row.problem(no, new RowTwice(first));
        } else {
            return plan(row, sale, today, wishes);
        }
        return null;
    }

    private Verdict plan(Row row, Plans sale, LocalDate today, List<Wish> wishes) {
        List<Wish> wanted = new ArrayList<>();
        columns.forEach((stage, column) -> {
            LocalDate day = row.date(column);
            Optional<LocalDate> was = sale.plannedTo(stage);
            if (day != null && !was.equals(Optional.of(day))) {
                Optional<Refusal> why = sale.whyNot(stage, day, today);
                why.ifPresent(reason -> row.problem(column, reason));
                if (why.isEmpty()) {
                    wanted.add(new Wish(sale, stage, day));
                    row.change(column, was.map(sentences::shown).orElse(""), sentences.shown(day));
                }
            }
        });
        if (!row.isGood()) {
            return null;
        }
        wishes.addAll(wanted);
        return wanted.isEmpty() ? Verdict.UNCHANGED : Verdict.CHANGED;
    }

    @Override
    public List<String> notices() {
        return List.of();
    }
}
