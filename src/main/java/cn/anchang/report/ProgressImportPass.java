package cn.anchang.report;

import cn.anchang.salescase.Stage;
import cn.anchang.salescase.StagePlans;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.CellProblem.RowTwice;
import cn.anchang.workbook.Column;
import cn.anchang.workbook.ImportKind.Pass;
import cn.anchang.workbook.Row;
import cn.anchang.workbook.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One pass over a 销售过程进度分析表. A blank cell changes nothing; the row of totals is passed over. */
class ProgressImportPass implements Pass {

    private static final int NO_LENGTH = 40;

    /** No sale has this number. */
    record SaleUnknown(String no) implements Refusal {}

    private final Column no;
    private final Map<Stage, Column> columns;
    private final String total;
    private final StagePlans plans;
    private final JdbcClient database;
    private final Sentences sentences;
    private final String userId;
    private final Map<String, Integer> seen = new HashMap<>();

    ProgressImportPass(
            Column no,
            Map<Stage, Column> columns,
            String total,
            StagePlans plans,
            JdbcClient database,
            Sentences sentences,
            String userId) {
        this.no = no;
        this.columns = columns;
        this.total = total;
        this.plans = plans;
        this.database = database;
        this.sentences = sentences;
        this.userId = userId;
    }

    @Override
    public List<Verdict> take(List<Row> rows, boolean write) {
        List<String> numbers = rows.stream().map(row -> row.text(no, NO_LENGTH)).toList();
        Map<String, UUID> cases = cases(numbers);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            verdicts.add(judge(rows.get(i), numbers.get(i), cases, write));
        }
        return verdicts;
    }

    private Map<String, UUID> cases(List<String> numbers) {
        List<String> asked =
                numbers.stream().filter(Objects::nonNull).distinct().toList();
        return asked.isEmpty()
                ? Map.of()
                : database
                        .sql("select no, id from sales.sales_cases where no in (:numbers)")
                        .param("numbers", asked)
                        .query((row, number) -> Map.entry(row.getString("no"), row.getObject("id", UUID.class)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Verdict judge(Row row, String number, Map<String, UUID> cases, boolean write) {
        if (!row.isGood()) {
            return null;
        } else if (total.equals(number)) {
            return Verdict.UNCHANGED;
        }
        UUID caseId = cases.get(number);
        Integer first = seen.putIfAbsent(number, row.number());
        if (caseId == null) {
            row.problem(no, new SaleUnknown(number));
        } else if (first != null) {
            row.problem(no, new RowTwice(first));
        } else {
            return plan(row, caseId, write);
        }
        return null;
    }

    private Verdict plan(Row row, UUID caseId, boolean write) {
        Map<Stage, LocalDate> wanted = new EnumMap<>(Stage.class);
        columns.forEach((stage, column) -> {
            LocalDate day = row.date(column);
            Optional<LocalDate> was = day == null ? Optional.empty() : plans.plannedTo(caseId, stage);
            if (day != null && !was.equals(Optional.of(day))) {
                Optional<Refusal> why = plans.whyNot(caseId, stage, day);
                why.ifPresent(reason -> row.problem(column, reason));
                if (why.isEmpty()) {
                    wanted.put(stage, day);
                    row.change(column, was.map(sentences::shown).orElse(""), sentences.shown(day));
                }
            }
        });
        if (!row.isGood()) {
            return null;
        }
        if (write) {
            wanted.forEach((stage, day) -> plans.plan(caseId, stage, day, userId));
        }
        return wanted.isEmpty() ? Verdict.UNCHANGED : Verdict.CHANGED;
    }

    @Override
    public List<String> notices() {
        return List.of();
    }
}
