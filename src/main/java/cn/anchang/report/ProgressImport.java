package cn.anchang.report;

import cn.anchang.organization.Sites;
import cn.anchang.salescase.Stage;
import cn.anchang.salescase.StagePlans;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Column;
import cn.anchang.workbook.ImportKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings an exported 销售过程进度分析表 in again: the planned days of stages that have not begun may be others, nothing else is read. */
@Component
class ProgressImport implements ImportKind {

    private final Column no;
    private final Map<Stage, Column> plans = new EnumMap<>(Stage.class);
    private final StagePlans stagePlans;
    private final Sites sites;
    private final Sentences sentences;
    private final Clock clock;

    ProgressImport(StagePlans stagePlans, Sites sites, Sentences sentences, Clock clock) {
        this.stagePlans = stagePlans;
        this.sites = sites;
        this.sentences = sentences;
        this.clock = clock;
        this.no = Column.required(sentences.text("progress.column.no"));
        for (Stage stage : Stage.values()) {
            plans.put(stage, Column.optional(sentences.name(stage) + sentences.text("progress.planned")));
        }
    }

    @Override
    public String code() {
        return "sales-progress";
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(no));
        columns.addAll(plans.values());
        return columns;
    }

    @Override
    public List<Column> amounts() {
        return List.of();
    }

    @Override
    public List<Object> example() {
        List<Object> example = new ArrayList<>(List.of("XS-2026-000001"));
        for (Stage stage : Stage.values()) {
            example.add(stage == Stage.HANDOVER ? LocalDate.now(clock).plusMonths(6) : null);
        }
        return example;
    }

    @Override
    public Pass begin(Order order) {
        return new ProgressImportPass(
                no,
                plans,
                sentences.text("progress.total"),
                stagePlans,
                sites.closedTo(order.userId()),
                sentences,
                order.userId());
    }
}
