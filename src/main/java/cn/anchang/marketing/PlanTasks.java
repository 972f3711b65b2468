package cn.anchang.marketing;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Fact;
import cn.anchang.approval.SaveOutcome;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.shared.Sentences;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of a plan's author: writing it, evaluating it, scoring its suppliers. */
@Component
@Transactional
class PlanTasks implements DocumentTasks {

    private final PlanEditions editions;
    private final PlanHistory history;
    private final PlanForms forms;
    private final PlanDesk desk;
    private final Sentences sentences;
    private final ObjectMapper json;
    private final Clock clock;

    PlanTasks(
            PlanEditions editions,
            PlanHistory history,
            PlanForms forms,
            PlanDesk desk,
            Sentences sentences,
            ObjectMapper json,
            Clock clock) {
        this.editions = editions;
        this.history = history;
        this.forms = forms;
        this.desk = desk;
        this.sentences = sentences;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return PlanKind.CODE;
    }

    @Override
    @Transactional(readOnly = true)
    public DocumentTask of(OpenTask task) {
        PromotionPlan plan = editions.plan(UUID.fromString(task.businessKey()));
        PlanContent content = editions.content(plan);
        return switch (task.definitionKey()) {
            case "userTask_draftPlan" -> shown(plan, task, money(content), draft(plan, content));
            case "userTask_evaluatePlan" -> shown(plan, task, spent(plan), forms.evaluation(plan.id()));
            default -> shown(plan, task, spent(plan), forms.suppliers(plan.id(), content));
        };
    }

    @Override
    public boolean takesFiles(OpenTask task) {
        return task.definitionKey().equals("userTask_draftPlan");
    }

    private DocumentTask shown(PromotionPlan plan, OpenTask task, List<Fact> facts, Map<String, Object> prefill) {
        return new DocumentTask(
                plan.documentId(),
                plan.versionId(),
                null,
                facts,
                sentences.text("plan.next." + task.definitionKey()),
                prefill);
    }

    private Map<String, Object> draft(PromotionPlan plan, PlanContent content) {
        Map<String, Object> prefill = forms.draft(plan.id(), plan.projectId(), content);
        prefill.put(
                "proposals",
                editions.proposalsIn(plan).stream()
                        .map(PlanProposal::proposalKey)
                        .collect(Collectors.joining(",")));
        return prefill;
    }

    private List<Fact> money(PlanContent content) {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "budget", content.budget());
        fact(facts, "planned", content.planned());
        if (content.overrun().isPositive()) {
            fact(facts, "against", sentences.text("plan.over", content.overrun()));
        }
        return facts;
    }

    private List<Fact> spent(PromotionPlan plan) {
        PlanSpending spending = history.spending(plan);
        List<Fact> facts = new ArrayList<>();
        fact(facts, "budget", spending.budget());
        fact(facts, "planned", spending.planned());
        fact(facts, "actual", spending.actual());
        history.struckOut(plan)
                .forEach(one -> facts.add(new Fact(
                        sentences.text("plan.struckOut", one.item().title(), one.versionNumber()),
                        sentences.shown(one.item().actualCost()))));
        fact(
                facts,
                "against",
                spending.overrun().isPositive()
                        ? sentences.text("plan.over", spending.overrun())
                        : sentences.text("plan.within"));
        return facts;
    }

    private void fact(List<Fact> facts, String label, Object value) {
        facts.add(new Fact(sentences.text("plan." + label), sentences.shown(value)));
    }

    /** A draft is kept as the document's draft; of the other forms what was typed is kept as it is. */
    @Override
    public SaveOutcome save(OpenTask task, String form, String by) {
        UUID planId = UUID.fromString(task.businessKey());
        try {
            if (task.definitionKey().equals("userTask_draftPlan")) {
                desk.keep(planId, json.readValue(form, PlanDraftForm.class), by);
            }
            forms.keep(planId, task.definitionKey(), "", form, by);
        } catch (JsonProcessingException e) {
            return new SaveOutcome.NotReadable();
        }
        return new SaveOutcome.Saved(clock.instant());
    }
}
