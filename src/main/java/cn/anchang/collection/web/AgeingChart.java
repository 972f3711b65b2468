package cn.anchang.collection.web;

import cn.anchang.collection.Age;
import cn.anchang.collection.AgeTotal;
import cn.anchang.inventory.ProjectView;
import cn.anchang.shared.Address;
import cn.anchang.shared.Chart;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 账龄 as a chart, all projects together or the largest apart; each bar leads to its instalments. */
@Component
class AgeingChart {

    private static final int PROJECTS = 5;

    /** What of the money is so old, with the address of its rows. */
    record Line(Age age, long count, Money rest, String link) {}

    private final Sentences sentences;

    AgeingChart(Sentences sentences) {
        this.sentences = sentences;
    }

    void show(List<AgeTotal> totals, Address rows, boolean split, List<ProjectView> projects, Model model) {
        List<Line> lines = Arrays.stream(Age.values())
                .map(age -> line(age, totals, rows))
                .filter(line -> !totals.isEmpty())
                .toList();
        long several = totals.stream().map(AgeTotal::project).distinct().count();
        Map<UUID, String> names = projects.stream().collect(Collectors.toMap(ProjectView::id, ProjectView::name));
        model.addAttribute("ageLines", lines);
        model.addAttribute("ageCount", lines.stream().mapToLong(Line::count).sum());
        model.addAttribute("ageRest", Money.sum(lines.stream().map(Line::rest).toList()));
        model.addAttribute("ageChart", (split ? apart(totals, rows, names) : together(lines)).json());
        model.addAttribute(
                "splitLink",
                several > 1 || split ? rows.with("split", split ? null : true).toString() : null);
    }

    private static Line line(Age age, List<AgeTotal> totals, Address rows) {
        List<AgeTotal> of = totals.stream().filter(total -> total.age() == age).toList();
        return new Line(
                age,
                of.stream().mapToLong(AgeTotal::count).sum(),
                Money.sum(of.stream().map(AgeTotal::rest).toList()),
                rows.with("age", age).toString());
    }

    private Chart chart() {
        return Chart.rows(Arrays.stream(Age.values()).map(sentences::name).toList())
                .unit(sentences.text("tracking.ageing.unit"))
                .described(sentences.text("tracking.ageing.says"));
    }

    private Chart together(List<Line> lines) {
        return chart().labelled()
                .series(
                        sentences.text("tracking.ageing"),
                        lines.stream()
                                .map(line -> Chart.tenThousands(line.rest()))
                                .toList(),
                        lines.stream().map(Line::link).toList());
    }

    /** The projects most is owed of; what is left of the others is one series that leads nowhere. */
    private Chart apart(List<AgeTotal> totals, Address rows, Map<UUID, String> names) {
        List<UUID> largest = totals.stream()
                .collect(Collectors.groupingBy(
                        AgeTotal::project, Collectors.reducing(Money.ZERO, AgeTotal::rest, Money::plus)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<UUID, Money>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(PROJECTS)
                .toList();
        Chart chart = chart().stacked();
        for (UUID project : largest) {
            Address of = rows.with("project", project).with("split", true);
            series(chart, names.getOrDefault(project, ""), totals, project::equals, of);
        }
        if (totals.stream().anyMatch(total -> !largest.contains(total.project()))) {
            series(
                    chart,
                    sentences.text("tracking.ageing.others"),
                    totals,
                    project -> !largest.contains(project),
                    null);
        }
        return chart;
    }

    private static void series(
            Chart chart, String name, List<AgeTotal> totals, Predicate<UUID> projects, Address rows) {
        List<Number> values = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (Age age : Age.values()) {
            values.add(Chart.tenThousands(Money.sum(totals.stream()
                    .filter(total -> total.age() == age && projects.test(total.project()))
                    .map(AgeTotal::rest)
                    .toList())));
            links.add(rows == null ? null : rows.with("age", age).toString());
        }
        chart.series(name, values, links);
    }
}
