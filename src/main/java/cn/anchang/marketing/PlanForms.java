package cn.anchang.marketing;

import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the forms of a plan's tasks start with, and what was put by of them (暂存). */
@Component
class PlanForms {

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private record Choice(String code, String name) {}

    /** One question about a supplier. */
    record Asked(String key, PlanContent.Supplier supplier, PlanSettings.Criterion criterion) {}

    private final PlanItems items;
    private final SupplierScores scores;
    private final PlanSettings settings;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;
    private final ObjectMapper json;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanForms(
            PlanItems items,
            SupplierScores scores,
            PlanSettings settings,
            Staff staff,
            Sites sites,
            Sentences sentences,
            ObjectMapper json,
            JdbcTemplate jdbc,
            Clock clock) {
        this.items = items;
        this.scores = scores;
        this.settings = settings;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
        this.json = json;
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** The whole draft, with the people who may own an activity. */
    Map<String, Object> draft(UUID planId, UUID projectId, PlanContent content) {
        Map<String, Object> values = json.convertValue(content, FIELDS);
        values.put(
                "owners",
                sites.membersAmong(staff.membersOf(PlanItemKind.ACTIVITY.group()), projectId).stream()
                        .map(id -> new Choice(id, staff.displayName(id)))
                        .toList());
        Object changed = kept(planId, "userTask_draftPlan", "").get("changed");
        if (changed != null) {
            values.put("changed", changed);
        }
        return values;
    }

    /** Planned against actual, activity by activity; what was put by of it is put back. */
    Map<String, Object> evaluation(UUID planId) {
        Map<String, Object> kept = kept(planId, "userTask_evaluatePlan", "");
        Map<String, Object> values = new LinkedHashMap<>(kept);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (PlanItem item : items.of(planId)) {
            if (item.kind() == PlanItemKind.ACTIVITY) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("key", item.key());
                line.put("title", item.title());
                line.put("plannedCost", item.plannedCost().formatted());
                line.put("actualCost", item.actualCost().formatted());
                line.put("difference", difference(item));
                line.put("came", sentences.text("plan.came", item.visits(), item.leads()));
                line.put("result", item.result());
                lines.add(line);
            }
        }
        values.put("activities", merged(lines, kept.get("activities")));
        return values;
    }

    private String difference(PlanItem item) {
        return item.actualCost().isMoreThan(item.plannedCost())
                ? sentences.text("plan.over", item.actualCost().minus(item.plannedCost()))
                : sentences.text("plan.within");
    }

    Map<String, Object> suppliers(UUID planId, PlanContent content) {
        Map<String, Object> values = new LinkedHashMap<>(kept(planId, "userTask_evaluateSuppliers", ""));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Asked asked : asked(content)) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("key", asked.key());
            line.put(
                    "what",
                    sentences.text(
                            "plan.scored",
                            asked.supplier().name(),
                            asked.criterion().title()));
            line.put("service", asked.supplier().service());
            lines.add(line);
        }
        values.put("scores", merged(lines, values.get("scores")));
        return values;
    }

    /** Today, unless something was put by. */
    Map<String, Object> done(UUID planId, String taskKey, String itemKey) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("doneOn", LocalDate.now(clock).toString());
        values.put("filedOn", LocalDate.now(clock).toString());
        values.put("latest", LocalDate.now(clock).toString());
        values.putAll(kept(planId, taskKey, itemKey));
        return values;
    }

    /** Every supplier of the plan by every criterion. */
    List<Asked> asked(PlanContent content) {
        return content.suppliers().stream()
                .flatMap(supplier -> settings.supplierCriteria().stream()
                        .map(criterion -> new Asked(supplier.key() + "-" + criterion.code(), supplier, criterion)))
                .toList();
    }

    /** What the next stage's plan begins with: the conclusions, the money, and what the suppliers were worth. */
    String lessons(PlanEvaluation evaluation) {
        List<String> lessons = new ArrayList<>();
        lessons.add(evaluation.conclusions());
        lessons.add(
                evaluation.spending().overrun().isPositive()
                        ? sentences.text(
                                "plan.remark.spentOver",
                                evaluation.spending().actual(),
                                evaluation.spending().overrun())
                        : sentences.text(
                                "plan.remark.spentWithin", evaluation.spending().actual()));
        for (SupplierScore score : scores.findByPlanIdOrderBySupplierAscCriterionTitleAsc(evaluation.planId())) {
            lessons.add(sentences.text(
                    "plan.supplierLesson", score.supplier(), score.criterionTitle(), score.score(), score.reason()));
        }
        return String.join("\n", lessons);
    }

    private static List<Map<String, Object>> merged(List<Map<String, Object>> lines, Object kept) {
        Map<Object, Map<?, ?>> byKey = kept instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(line -> (Map<?, ?>) line)
                        .collect(Collectors.toMap(line -> line.get("key"), Function.identity(), (one, other) -> one))
                : Map.of();
        lines.forEach(line -> byKey.getOrDefault(line.get("key"), Map.of())
                .forEach((field, value) -> line.putIfAbsent(String.valueOf(field), value)));
        return lines;
    }

    /** @throws JsonProcessingException when it is no Json object */
    void keep(UUID planId, String taskKey, String itemKey, String form, String by) throws JsonProcessingException {
        json.readValue(form, FIELDS);
        jdbc.sql("""
                insert into sales.plan_task_drafts (plan_id, task_key, item_key, form, kept_by, kept_at)
                values (?, ?, ?, cast(? as jsonb), ?, ?)
                on conflict (plan_id, task_key, item_key)
                do update set form = excluded.form, kept_by = excluded.kept_by, kept_at = excluded.kept_at""")
                .params(planId, taskKey, itemKey, form, by, Timestamp.from(clock.instant()))
                .update();
    }

    private Map<String, Object> kept(UUID planId, String taskKey, String itemKey) {
        return jdbc.sql("select form from sales.plan_task_drafts where plan_id = ? and task_key = ? and item_key = ?")
                .params(planId, taskKey, itemKey)
                .query(String.class)
                .optional()
                .map(this::fields)
                .orElseGet(LinkedHashMap::new);
    }

    private LinkedHashMap<String, Object> fields(String form) {
        try {
            return json.readValue(form, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Kept form is no Json", e);
        }
    }

    /** The step is done: what was put by of it is of no use any more. */
    void forgetItem(UUID planId, String itemKey) {
        jdbc.sql("delete from sales.plan_task_drafts where plan_id = ? and item_key = ?")
                .params(planId, itemKey)
                .update();
    }

    void forgetAll(UUID planId) {
        jdbc.sql("delete from sales.plan_task_drafts where plan_id = ?")
                .params(planId)
                .update();
    }
}
