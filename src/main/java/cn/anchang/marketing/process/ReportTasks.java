package cn.anchang.marketing.process;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Fact;
import cn.anchang.approval.SaveOutcome;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.marketing.ReportContent;
import cn.anchang.marketing.ReportDesk;
import cn.anchang.marketing.ReportDesk.ReportTask;
import cn.anchang.marketing.ReportForm;
import cn.anchang.marketing.ReportKind;
import cn.anchang.marketing.ReportMetric;
import cn.anchang.shared.Sentences;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the task "编写报告" shows and keeps. */
@Component
class ReportTasks implements DocumentTasks {

    private final ReportDesk desk;
    private final Sentences sentences;
    private final Clock clock;

    /** For what is put by unfinished: anything may be missing. */
    private final ObjectMapper lenient = JsonMapper.builder()
            .findAndAddModules()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    ReportTasks(ReportDesk desk, Sentences sentences, Clock clock) {
        this.desk = desk;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return "sales-report";
    }

    @Override
    public DocumentTask of(OpenTask task) {
        ReportTask report = desk.task(UUID.fromString(task.businessKey()));
        return new DocumentTask(
                report.documentId(),
                report.versionId(),
                null,
                facts(task, report),
                sentences.text(report.sentBack() ? "report.nextAgain" : "report.next." + report.kind()),
                prefill(report));
    }

    /** What was reached, and what was planned, in sight while people write. */
    private List<Fact> facts(OpenTask task, ReportTask report) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                sentences.text("report.fact.period"),
                report.kind() == ReportKind.DAY
                        ? sentences.shown(report.period().from())
                        : sentences.text(
                                "report.fact.days",
                                report.period().from(),
                                report.period().to())));
        facts.add(new Fact(
                sentences.text("report.fact.due"), sentences.shown(task.due() == null ? report.dueAt() : task.due())));
        if (report.figuresAt() != null) {
            facts.add(new Fact(
                    sentences.text("report.fact.figures"),
                    sentences.text("report.fact.figuresAt", report.figuresAt())));
        }
        ReportContent content = report.content();
        ReportContent.Targets planned = content.last();
        facts.add(number(content, ReportMetric.VISITS, planned == null ? null : planned.visits()));
        facts.add(number(content, ReportMetric.SUBSCRIPTIONS, planned == null ? null : planned.subscriptions()));
        facts.add(number(content, ReportMetric.CONTRACTS, planned == null ? null : planned.contracts()));
        facts.add(number(content, ReportMetric.RECEIPTS, planned == null ? null : planned.receipts()));
        if (!content.corrections().isEmpty()) {
            facts.add(new Fact(
                    sentences.text("report.section.corrections"),
                    sentences.text(
                            "report.fact.corrections", content.corrections().size())));
        }
        return facts;
    }

    private Fact number(ReportContent content, ReportMetric metric, Object planned) {
        Object reached = metric.of(content.figures());
        return new Fact(
                sentences.name(metric),
                planned == null ? sentences.shown(reached) : sentences.text("report.fact.reached", reached, planned));
    }

    private Map<String, Object> prefill(ReportTask report) {
        ReportContent content = report.content();
        Map<String, Object> prefill = new HashMap<>();
        prefill.put("happened", content.happened());
        prefill.put("causes", content.causes());
        prefill.put(
                "reviews",
                content.reviews().stream().map(review -> line(report, review)).toList());
        if (content.next() != null) {
            prefill.put("visits", content.next().visits());
            prefill.put("subscriptions", content.next().subscriptions());
            prefill.put("contracts", content.next().contracts());
            prefill.put("receipts", content.next().receipts());
        }
        prefill.put("tasks", content.tasks());
        prefill.put(
                "owners",
                report.owners().entrySet().stream()
                        .map(owner -> Map.of("code", owner.getKey(), "name", owner.getValue()))
                        .toList());
        return prefill;
    }

    private Map<String, Object> line(ReportTask report, ReportContent.Review review) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("key", review.task().key());
        line.put("title", review.task().title());
        line.put(
                "owner",
                report.owners()
                        .getOrDefault(review.task().owner(), review.task().owner()));
        line.put("day", sentences.shown(review.task().day()));
        line.put("result", review.result());
        line.put("note", review.note());
        return line;
    }

    @Override
    public SaveOutcome save(OpenTask task, String formJson, String by) {
        try {
            desk.save(UUID.fromString(task.businessKey()), lenient.readValue(formJson, ReportForm.class), by);
            return new SaveOutcome.Saved(clock.instant());
        } catch (JsonProcessingException e) {
            return new SaveOutcome.NotReadable();
        }
    }
}
