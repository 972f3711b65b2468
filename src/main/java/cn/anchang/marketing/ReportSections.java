package cn.anchang.marketing;

import cn.anchang.approval.Part;
import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Line;
import cn.anchang.approval.Part.Table;
import cn.anchang.approval.Section;
import cn.anchang.marketing.ReportContent.Review;
import cn.anchang.marketing.ReportContent.Targets;
import cn.anchang.marketing.ReportContent.Task;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** A sales report as it is read, on its page and in its letter alike. */
@Component
class ReportSections {

    private final ReportWords words;
    private final ReportPeople people;
    private final Sentences sentences;

    ReportSections(ReportWords words, ReportPeople people, Sentences sentences) {
        this.words = words;
        this.people = people;
        this.sentences = sentences;
    }

    List<Section> of(ReportContent content) {
        List<Section> sections = new ArrayList<>();
        sections.add(section("numbers", numbers(content.figures())));
        sections.add(section("last", last(content)));
        if (!content.corrections().isEmpty()) {
            sections.add(section("corrections", List.of(corrections(content))));
        }
        sections.add(section(
                "words",
                List.of(
                        new Field("happened", words.text("happened"), content.happened()),
                        new Field("causes", words.text("causes"), content.causes()))));
        sections.add(section("next", next(content)));
        return sections;
    }

    private Section section(String key, List<Part> parts) {
        return new Section(key, words.text("section." + key), parts);
    }

    private Table table(String key, List<Line> lines) {
        return new Table(
                key,
                words.text("table." + key),
                Arrays.asList(words.text("table." + key + ".columns").split("、")),
                lines);
    }

    private List<Part> numbers(Figures figures) {
        List<Part> parts = new ArrayList<>();
        List<Line> numbers = new ArrayList<>();
        for (ReportMetric metric : ReportMetric.values()) {
            numbers.add(new Line(metric.name(), List.of(sentences.name(metric), words.shown(metric.of(figures)))));
        }
        numbers.add(new Line(
                "average",
                List.of(
                        words.text("average"),
                        figures.averagePrice().map(Money::formatted).orElse(words.text("none")))));
        parts.add(table("numbers", numbers));
        if (!figures.channels().isEmpty()) {
            parts.add(table(
                    "channels",
                    figures.channels().stream()
                            .map(channel -> new Line(
                                    channel.channel().name(),
                                    List.of(
                                            sentences.name(channel.channel()),
                                            String.valueOf(channel.visits()),
                                            String.valueOf(channel.firstVisits()),
                                            String.valueOf(channel.subscriptions()),
                                            String.valueOf(channel.contracts()),
                                            channel.cost() == null
                                                    ? words.text("none")
                                                    : channel.cost().formatted())))
                            .toList()));
        }
        if (!figures.lost().isEmpty()) {
            parts.add(table(
                    "lost",
                    figures.lost().stream()
                            .map(lost -> new Line(
                                    lost.reason().name(),
                                    List.of(sentences.name(lost.reason()), String.valueOf(lost.cases()))))
                            .toList()));
        }
        parts.add(new Field("stockOn", words.text("stockOn"), words.shown(figures.stockOn())));
        parts.add(table(
                "stock",
                figures.stock().stream()
                        .map(stock -> new Line(
                                stock.state().name(),
                                List.of(
                                        sentences.name(stock.state()),
                                        String.valueOf(stock.units()),
                                        words.area(stock.area()),
                                        stock.value().formatted())))
                        .toList()));
        return parts;
    }

    private List<Part> last(ReportContent content) {
        if (content.last() == null) {
            return List.of(new Field("last", words.text("last"), words.text("noLast")));
        }
        List<Part> parts = new ArrayList<>();
        Targets planned = content.last();
        Figures figures = content.figures();
        parts.add(table(
                "attained",
                List.of(
                        attained(ReportMetric.VISITS, planned.visits(), figures),
                        attained(ReportMetric.SUBSCRIPTIONS, planned.subscriptions(), figures),
                        attained(ReportMetric.CONTRACTS, planned.contracts(), figures),
                        attained(ReportMetric.RECEIPTS, planned.receipts(), figures))));
        if (!content.reviews().isEmpty()) {
            parts.add(table(
                    "reviews", content.reviews().stream().map(this::reviewed).toList()));
        }
        return parts;
    }

    private Line attained(ReportMetric metric, Object planned, Figures figures) {
        Object actual = metric.of(figures);
        return new Line(
                metric.name(),
                List.of(
                        sentences.name(metric),
                        planned == null ? words.text("none") : words.shown(planned),
                        words.shown(actual),
                        planned == null ? words.text("none") : words.share(number(actual), number(planned))));
    }

    private static BigDecimal number(Object value) {
        return value instanceof Money money ? money.amount() : new BigDecimal(value.toString());
    }

    private Line reviewed(Review review) {
        Task task = review.task();
        return new Line(
                task.key(),
                List.of(
                        task.title(),
                        people.displayName(task.owner()),
                        words.shown(task.day()),
                        review.result() == null ? words.text("none") : sentences.name(review.result()),
                        review.note() == null ? "" : review.note()));
    }

    private Table corrections(ReportContent content) {
        return table(
                "corrections",
                content.corrections().stream()
                        .map(correction -> new Line(
                                correction.id().toString(),
                                List.of(
                                        correction.report(),
                                        sentences.name(correction.metric()),
                                        words.read(correction.was()),
                                        words.read(correction.became()),
                                        words.shown(correction.noticedOn()))))
                        .toList());
    }

    private List<Part> next(ReportContent content) {
        Targets next = content.next();
        List<Part> parts = new ArrayList<>();
        parts.add(table(
                "targets",
                List.of(
                        target(ReportMetric.VISITS, next == null ? null : next.visits()),
                        target(ReportMetric.SUBSCRIPTIONS, next == null ? null : next.subscriptions()),
                        target(ReportMetric.CONTRACTS, next == null ? null : next.contracts()),
                        target(ReportMetric.RECEIPTS, next == null ? null : next.receipts()))));
        if (!content.tasks().isEmpty()) {
            parts.add(table(
                    "tasks",
                    content.tasks().stream()
                            .map(task -> new Line(
                                    task.key(),
                                    List.of(
                                            task.title() == null ? "" : task.title(),
                                            task.owner() == null ? "" : people.displayName(task.owner()),
                                            task.day() == null ? "" : words.shown(task.day()))))
                            .toList()));
        }
        return parts;
    }

    private Line target(ReportMetric metric, Object planned) {
        return new Line(
                metric.name(),
                List.of(sentences.name(metric), planned == null ? words.text("none") : words.shown(planned)));
    }
}
