package cn.anchang.workbench;

import cn.anchang.customer.Channel;
import cn.anchang.customer.LostReason;
import cn.anchang.organization.Staff;
import cn.anchang.report.FunnelDimension;
import cn.anchang.report.FunnelFate;
import cn.anchang.report.FunnelFilter;
import cn.anchang.report.FunnelNumbers;
import cn.anchang.report.FunnelNumbers.Part;
import cn.anchang.report.FunnelNumbers.Standing;
import cn.anchang.report.FunnelStep;
import cn.anchang.report.Punctuality;
import cn.anchang.report.StagePunctuality;
import cn.anchang.salescase.UndoKind;
import cn.anchang.shared.Address;
import cn.anchang.shared.Chart;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes of a funnel's numbers what a page shows: a chart for each question, its table, and for each number the address of its rows. */
@Component
class FunnelCharts {

    private static final int BARS = 12;
    private static final List<String> STEP_COLORS = List.of("#6d9a9c", "#4a7fbd", "#c4762f", "#12595b");
    private static final Map<Punctuality, String> PLAN_COLORS = Map.of(
            Punctuality.ON_TIME, "#3f8f63",
            Punctuality.LATE, "#d79a1f",
            Punctuality.OVERDUE, "#b3261e",
            Punctuality.RUNNING, "#8fa3ab");

    /** A number and the rows behind it; no address where there are none. */
    record Cell(long count, String link) {
        static Cell of(long count, Address link) {
            return new Cell(count, count == 0 ? null : link.toString());
        }
    }

    /** A step of the funnel; shares in percent, {@code null} for the first. */
    record StepLine(
            String name,
            Cell reached,
            BigDecimal ofPrevious,
            BigDecimal ofVisits,
            BigDecimal days,
            Cell stands,
            Cell lost,
            Cell undone) {}

    /** A line of a table: what it is about, its numbers, and two measures beside them. */
    record Line(String name, List<Cell> cells, BigDecimal share, BigDecimal days) {}

    private final Staff staff;
    private final Sentences sentences;

    FunnelCharts(Staff staff, Sentences sentences) {
        this.staff = staff;
        this.sentences = sentences;
    }

    List<StepLine> steps(FunnelNumbers numbers, Address rows) {
        List<StepLine> lines = new ArrayList<>();
        FunnelStep before = null;
        for (FunnelStep step : FunnelStep.values()) {
            Standing standing = numbers.standing().get(step);
            Address stayed = rows.with("last", step);
            lines.add(new StepLine(
                    sentences.name(step),
                    Cell.of(numbers.total().of(step), rows.with("step", step)),
                    before == null
                            ? null
                            : numbers.total().percent(before, step).orElse(null),
                    before == null
                            ? null
                            : numbers.total().percent(FunnelStep.VISIT, step).orElse(null),
                    numbers.days().get(step),
                    Cell.of(standing.stands(), stayed.with("fate", FunnelFate.STANDS)),
                    Cell.of(standing.lost(), stayed.with("fate", FunnelFate.LOST)),
                    Cell.of(standing.undone(), stayed.with("fate", FunnelFate.UNDONE))));
            before = step;
        }
        return lines;
    }

    String funnel(List<StepLine> steps) {
        List<String> names = steps.stream()
                .map(step -> step.ofPrevious() == null
                        ? step.name()
                        : sentences.text("funnel.step.share", step.name(), step.ofPrevious()))
                .toList();
        return Chart.funnel(names)
                .series(
                        sentences.text("funnel.sales"),
                        steps.stream().map(step -> step.reached().count()).toList(),
                        steps.stream().map(step -> step.reached().link()).toList())
                .colors(STEP_COLORS)
                .unit(sentences.text("funnel.unit"))
                .described(sentences.text("funnel.question.steps"))
                .json();
    }

    /** How long each step took on average; of those who took it. */
    String days(List<StepLine> steps) {
        List<StepLine> after = steps.subList(1, steps.size());
        List<String> names = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            names.add(sentences.text(
                    "funnel.between", steps.get(i - 1).name(), steps.get(i).name()));
        }
        return Chart.rows(names)
                .series(
                        sentences.text("funnel.days"),
                        after.stream().map(StepLine::days).toList(),
                        after.stream().map(step -> step.reached().link()).toList())
                .labelled()
                .unit(sentences.text("funnel.unit.days"))
                .described(sentences.text("funnel.question.days"))
                .json();
    }

    /** The sales told apart by one thing, step by step. */
    List<Line> parts(FunnelNumbers numbers, FunnelDimension by, Address rows) {
        List<Part> parts = numbers.parts().get(by);
        Function<String, String> name = names(by, parts);
        return parts.stream()
                .map(part -> {
                    Address of = rows.with(by.column(), part.key() == null ? FunnelFilter.NONE : part.key());
                    return new Line(
                            name.apply(part.key()),
                            Arrays.stream(FunnelStep.values())
                                    .map(step -> Cell.of(part.counts().of(step), of.with("step", step)))
                                    .toList(),
                            part.counts()
                                    .percent(FunnelStep.VISIT, FunnelStep.CONTRACT)
                                    .orElse(null),
                            part.days());
                })
                .toList();
    }

    private Function<String, String> names(FunnelDimension by, List<Part> parts) {
        return switch (by) {
            case CHANNEL -> key -> sentences.name(Channel.valueOf(key));
            case CONSULTANT -> {
                Set<String> people = parts.stream().map(Part::key).collect(Collectors.toSet());
                Map<String, String> names = staff.displayNames(people);
                yield key -> names.getOrDefault(key, key);
            }
            case LAYOUT, BUILDING -> key -> key == null ? sentences.text("funnel.noUnit") : key;
        };
    }

    String chart(List<Line> lines, FunnelDimension by) {
        List<Line> drawn = lines.stream().limit(BARS).toList();
        Chart chart = Chart.rows(drawn.stream().map(Line::name).toList())
                .whole()
                .labelled()
                .unit(sentences.text("funnel.unit"))
                .described(sentences.text("funnel.question." + by));
        for (FunnelStep step : FunnelStep.values()) {
            int at = step.ordinal();
            chart.series(
                    sentences.name(step),
                    STEP_COLORS.get(at),
                    drawn.stream().map(line -> line.cells().get(at).count()).toList(),
                    drawn.stream().map(line -> line.cells().get(at).link()).toList());
        }
        return chart.json();
    }

    List<Line> lost(FunnelNumbers numbers, Address rows) {
        long all = numbers.lost().values().stream().mapToLong(Long::longValue).sum();
        return numbers.lost().entrySet().stream()
                .sorted(Map.Entry.<LostReason, Long>comparingByValue().reversed())
                .map(one -> new Line(
                        sentences.name(one.getKey()),
                        List.of(Cell.of(one.getValue(), rows.with("reason", one.getKey()))),
                        share(one.getValue(), all),
                        null))
                .toList();
    }

    String lost(List<Line> lines) {
        return Chart.rows(lines.stream().map(Line::name).toList())
                .series(
                        sentences.text("funnel.lost"),
                        "#b7652a",
                        lines.stream().map(line -> line.cells().get(0).count()).toList(),
                        lines.stream().map(line -> line.cells().get(0).link()).toList())
                .whole()
                .labelled()
                .unit(sentences.text("funnel.unit"))
                .described(sentences.text("funnel.question.lost"))
                .json();
    }

    /** 挞定, 退定, 退房: each, even when there was none. */
    List<Line> undone(FunnelNumbers numbers, Address rows) {
        return Arrays.stream(UndoKind.values())
                .map(kind -> new Line(
                        sentences.text("funnel.undone." + kind),
                        List.of(Cell.of(numbers.undone().getOrDefault(kind, 0L), rows.with("undone", kind))),
                        null,
                        null))
                .toList();
    }

    List<Line> stages(List<StagePunctuality> stages, Address rows) {
        return stages.stream()
                .map(one -> {
                    Address of = rows.with("stage", one.stage());
                    long ended = one.count(Punctuality.ON_TIME) + one.count(Punctuality.LATE);
                    return new Line(
                            sentences.name(one.stage()),
                            Arrays.stream(Punctuality.values())
                                    .map(how -> Cell.of(one.count(how), of.with("punctuality", how)))
                                    .toList(),
                            share(one.count(Punctuality.ON_TIME), ended),
                            one.overrun());
                })
                .toList();
    }

    String planned(List<Line> lines) {
        Chart chart = Chart.rows(lines.stream().map(Line::name).toList())
                .stacked()
                .whole()
                .unit(sentences.text("funnel.unit"))
                .described(sentences.text("funnel.question.stages"));
        for (Punctuality how : Punctuality.values()) {
            int at = how.ordinal();
            chart.series(
                    sentences.name(how),
                    PLAN_COLORS.get(how),
                    lines.stream().map(line -> line.cells().get(at).count()).toList(),
                    lines.stream().map(line -> line.cells().get(at).link()).toList());
        }
        return chart.json();
    }

    static BigDecimal share(long part, long all) {
        return all == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(all), 1, java.math.RoundingMode.HALF_UP);
    }
}
