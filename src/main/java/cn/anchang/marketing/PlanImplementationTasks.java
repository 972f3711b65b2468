package cn.anchang.marketing;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Fact;
import cn.anchang.approval.SaveOutcome;
import cn.anchang.engine.OpenTasks;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks an approved plan hands out: filing, show flats, construction, activities. */
@Component
@Transactional
class PlanImplementationTasks implements DocumentTasks {

    private final PlanEditions editions;
    private final PlanItems items;
    private final PlanForms forms;
    private final OpenTasks tasks;
    private final Staff staff;
    private final Sentences sentences;
    private final Clock clock;

    PlanImplementationTasks(
            PlanEditions editions,
            PlanItems items,
            PlanForms forms,
            OpenTasks tasks,
            Staff staff,
            Sentences sentences,
            Clock clock) {
        this.editions = editions;
        this.items = items;
        this.forms = forms;
        this.tasks = tasks;
        this.staff = staff;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return "promotion-plan-implementation";
    }

    @Override
    @Transactional(readOnly = true)
    public DocumentTask of(OpenTask task) {
        PromotionPlan plan = editions.plan(UUID.fromString(task.businessKey()));
        String key = itemKey(task);
        PlanItem item = items.of(plan.id()).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        return new DocumentTask(
                plan.documentId(),
                plan.versionId(),
                null,
                facts(item),
                sentences.text("plan.next." + task.definitionKey()),
                forms.done(plan.id(), task.definitionKey(), key));
    }

    private List<Fact> facts(PlanItem item) {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "task", item.title());
        fact(facts, "detail", item.detail());
        fact(facts, "activity.channel", item.channel());
        fact(facts, "activity.startsOn", item.startsOn());
        fact(facts, item.kind() == PlanItemKind.ACTIVITY ? "activity.endsOn" : "dueOn", item.dueOn());
        fact(facts, "activity.owner", item.owner() == null ? null : staff.displayName(item.owner()));
        fact(facts, "activity.cost", item.plannedCost());
        return facts;
    }

    private void fact(List<Fact> facts, String label, Object value) {
        if (value != null) {
            facts.add(new Fact(sentences.text("plan." + label), sentences.shown(value)));
        }
    }

    @Override
    public SaveOutcome save(OpenTask task, String form, String by) {
        try {
            forms.keep(UUID.fromString(task.businessKey()), task.definitionKey(), itemKey(task), form, by);
        } catch (JsonProcessingException e) {
            return new SaveOutcome.NotReadable();
        }
        return new SaveOutcome.Saved(clock.instant());
    }

    /** The filing is one; of the others the engine knows which. */
    private String itemKey(OpenTask task) {
        return tasks.text(task.id(), "planItem").orElse(PlanItem.FILING_KEY);
    }
}
