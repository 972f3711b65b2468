package cn.anchang.marketing;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Documents;
import cn.anchang.approval.Fact;
import cn.anchang.approval.SaveOutcome;
import cn.anchang.approval.SaveOutcome.NotReadable;
import cn.anchang.approval.SaveOutcome.Saved;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.marketing.SummaryContent.Answer;
import cn.anchang.marketing.SummaryContent.Cited;
import cn.anchang.shared.Period;
import cn.anchang.shared.Sentences;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the two tasks of {@code stage-summary} show: the frozen numbers with the writing guide, and the approved proposals. */
@Component
class SummaryTasks implements DocumentTasks {

    private static final String WRITE = "userTask_writeStageSummary";

    private record Choice(String code, String name) {}

    private final StageSummaryRows summaries;
    private final SummaryDesk desk;
    private final Documents documents;
    private final SummarySettings settings;
    private final Sentences sentences;
    private final ObjectMapper json;
    private final Clock clock;

    SummaryTasks(
            StageSummaryRows summaries,
            SummaryDesk desk,
            Documents documents,
            SummarySettings settings,
            Sentences sentences,
            ObjectMapper json,
            Clock clock) {
        this.summaries = summaries;
        this.desk = desk;
        this.documents = documents;
        this.settings = settings;
        this.sentences = sentences;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return SummaryDesk.KIND;
    }

    @Override
    public DocumentTask of(OpenTask task) {
        StageSummary summary =
                summaries.findById(UUID.fromString(task.businessKey())).orElseThrow();
        boolean writing = task.definitionKey().equals(WRITE);
        UUID version = writing
                ? documents.currentVersion(summary.documentId()).orElseThrow()
                : documents.approvedVersion(summary.documentId()).orElseThrow();
        SummaryContent content = documents.content(version, SummaryContent.class);
        return new DocumentTask(
                summary.documentId(),
                version,
                null,
                facts(content),
                sentences.text(writing ? "summary.next.write" : "summary.next.decide"),
                writing ? toWrite(content) : toDecide(content));
    }

    private List<Fact> facts(SummaryContent content) {
        List<Fact> facts = new ArrayList<>();
        Period period = content.figures().period();
        facts.add(new Fact(
                sentences.text("summary.field.period"), sentences.text("summary.period", period.from(), period.to())));
        if (content.planned() != null) {
            facts.add(new Fact(
                    sentences.text("summary.field.plan"),
                    sentences.text(
                            "summary.plan",
                            content.planned().planNo(),
                            content.planned().planVersion(),
                            content.planned().stage())));
        }
        return facts;
    }

    private Map<String, Object> toWrite(SummaryContent content) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Answer> answers =
                content.answers().stream().collect(Collectors.toMap(Answer::code, Function.identity()));
        values.put(
                "guide",
                settings.guide().stream()
                        .map(question -> row(
                                "code", question.code(),
                                "title", question.title(),
                                "hint", question.hint(),
                                "text",
                                        answers.containsKey(question.code())
                                                ? answers.get(question.code()).text()
                                                : null))
                        .toList());
        Map<String, Cited> cited = content.cited().stream().collect(Collectors.toMap(Cited::key, Function.identity()));
        values.put(
                "suggestions",
                content.figures().suggestions().stream()
                        .map(said -> row(
                                "key", said.key(),
                                "text", said.text(),
                                "source", said.source(),
                                "on", said.on(),
                                "cited", cited.containsKey(said.key()),
                                "response",
                                        cited.containsKey(said.key())
                                                ? cited.get(said.key()).response()
                                                : null))
                        .toList());
        values.put("proposals", content.proposals());
        values.put(
                "kinds",
                Arrays.stream(ProposalKind.values())
                        .map(kind -> new Choice(kind.name(), sentences.name(kind)))
                        .toList());
        return values;
    }

    private Map<String, Object> toDecide(SummaryContent content) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "proposals",
                content.proposals().stream()
                        .map(proposal -> row(
                                "key", proposal.key(),
                                "what", proposal.what(),
                                "kind", sentences.name(proposal.kind()),
                                "reason", proposal.reason(),
                                "cost", proposal.cost(),
                                "by", proposal.by(),
                                "chosen", true))
                        .toList());
        return values;
    }

    /** Name and value in turn; nothing is left out, so that a form may be filled again from it. */
    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    @Override
    public SaveOutcome save(OpenTask task, String formJson, String by) {
        if (!task.definitionKey().equals(WRITE)) {
            return DocumentTasks.super.save(task, formJson, by);
        }
        try {
            desk.keep(UUID.fromString(task.businessKey()), json.readValue(formJson, StageSummaryForm.class), by);
            return new Saved(clock.instant());
        } catch (JsonProcessingException e) {
            return new NotReadable();
        }
    }
}
