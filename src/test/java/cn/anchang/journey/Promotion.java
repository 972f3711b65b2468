package cn.anchang.journey;

import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The steps of a promotion plan at a site, as the people of the sample take them; a plan is named by its business key. */
final class Promotion {

    static final String DIRECTOR = "zhou.kai";
    static final String DESIGN = "feng.tao";
    static final String ENGINEERING = "jiang.bo";
    static final String FILES = "han.mei";

    private final JourneyTest journey;
    private final UUID projectId;
    private final LocalDate today;

    Promotion(JourneyTest journey) {
        this.journey = journey;
        this.projectId = journey.site(0).projectId();
        this.today = LocalDate.now(journey.clock);
    }

    UUID projectId() {
        return projectId;
    }

    LocalDate today() {
        return today;
    }

    String begun() {
        Answer started = journey.at(JourneyTest.MARKETING)
                .startForm(
                        "promotion-plan",
                        Map.of(
                                "projectId", projectId.toString(),
                                "stage", "蓄客期",
                                "startsOn", today.toString(),
                                "endsOn", today.plusDays(30).toString()));
        JourneyTest.accepted(started);
        return started.json().path("businessKey").asText();
    }

    String inForce() {
        String plan = begun();
        JourneyTest.accepted(submit(plan, content("100000.00")));
        JourneyTest.accepted(decide(plan, JourneyTest.MANAGER, "AGREE", null));
        JourneyTest.accepted(decide(plan, DIRECTOR, "AGREE", null));
        return plan;
    }

    /** As the form does, with the proposals that stood in the draft when it was opened. */
    Answer submit(String plan, Map<String, Object> content) {
        OpenTask task = journey.at(JourneyTest.MARKETING).taskOf(plan, "userTask_draftPlan");
        Map<String, Object> form = new HashMap<>(content);
        form.putIfAbsent(
                "proposals",
                card(JourneyTest.MARKETING, task)
                        .path("prefill")
                        .path("proposals")
                        .asText());
        return journey.at(JourneyTest.MARKETING).submitForm(task.id(), form);
    }

    Answer decide(String plan, String who, String decision, String reason) {
        OpenTask task = journey.at(who).taskOf(plan, "userTask_decide");
        Map<String, Object> form = new HashMap<>();
        form.put("decision", decision);
        form.put("reason", reason);
        form.put(
                "fingerprint",
                card(who, task).path("prefill").path("fingerprint").asText());
        return journey.at(who).submitForm(task.id(), form);
    }

    Answer file(String plan, String fileNo, LocalDate on) {
        return journey.at(FILES)
                .submitForm(
                        journey.at(FILES).taskOf(plan, "userTask_fileDocument").id(),
                        Map.of("fileNo", fileNo, "filedOn", on.toString()));
    }

    Map<String, Object> done(String result) {
        return Map.of("doneOn", LocalDate.now(journey.clock).toString(), "result", result);
    }

    Map<String, Object> carriedOut(String cost, int visits, int leads) {
        return new HashMap<>(Map.of(
                "doneOn", LocalDate.now(journey.clock).toString(),
                "actualCost", cost,
                "visits", visits,
                "leads", leads,
                "result", "反响良好"));
    }

    /** So many days later, with all that has fallen due done. */
    void untilDue(String plan, int days) {
        journey.clock.forward(Duration.ofDays(days));
        journey.runDue(plan);
    }

    /** Everything that is handed out is done, and the stage is over. */
    void carriedOutInFull(String plan) {
        JourneyTest.accepted(file(plan, "DA-" + plan, LocalDate.now(journey.clock)));
        for (String person : List.of(DESIGN, ENGINEERING)) {
            for (OpenTask task : journey.at(person).tasksOf(plan)) {
                JourneyTest.accepted(journey.at(person).submitForm(task.id(), done("已完成")));
            }
        }
        untilDue(plan, 40);
        for (OpenTask task : journey.at(JourneyTest.MARKETING).tasksOf(plan)) {
            JourneyTest.accepted(
                    journey.at(JourneyTest.MARKETING).submitForm(task.id(), carriedOut("30000.00", 40, 10)));
        }
    }

    Answer evaluate(String plan, boolean nextPlanWanted) {
        return journey.at(JourneyTest.MARKETING)
                .submitForm(
                        journey.at(JourneyTest.MARKETING)
                                .taskOf(plan, "userTask_evaluatePlan")
                                .id(),
                        Map.of(
                                "activities",
                                List.of(verdict("a1"), verdict("a2")),
                                "assessment",
                                "来访达成，费用略超",
                                "conclusions",
                                "线上投放继续",
                                "nextPlanWanted",
                                nextPlanWanted));
    }

    static Map<String, Object> verdict(String key) {
        return Map.of("key", key, "verdict", "值得");
    }

    Map<String, Object> content(String budget) {
        Map<String, Object> content = new HashMap<>();
        content.put("outcome", "SUBMIT");
        content.put("stage", "蓄客期");
        content.put("startsOn", today.toString());
        content.put("endsOn", today.plusDays(30).toString());
        content.put("goals", "蓄客三百组");
        content.put("visits", 300);
        content.put("budget", budget);
        content.put(
                "activities",
                List.of(
                        with(activity("a1", "60000.00", today), "channel", "ONLINE"),
                        activity("a2", "30000.00", today.plusDays(10))));
        content.put("packaging", List.of(Map.of("key", "p1", "what", "围挡换画面")));
        content.put("showFlatChanges", List.of(showFlat("s1", "样板间 A", "换软装"), showFlat("s2", "样板间 B", "补灯光")));
        content.put(
                "constructionAsks",
                List.of(Map.of(
                        "key", "c1", "what", "入口景观", "by", today.plusDays(15).toString())));
        content.put("suppliers", List.of(Map.of("key", "v1", "name", "蓝海广告", "service", "线上投放", "fee", "10000.00")));
        return content;
    }

    Map<String, Object> activity(String key, String cost, LocalDate on) {
        return new HashMap<>(Map.of(
                "key",
                key,
                "title",
                "活动" + key,
                "channel",
                "EVENT",
                "startsOn",
                on.toString(),
                "endsOn",
                on.plusDays(3).toString(),
                "cost",
                cost,
                "owner",
                JourneyTest.MARKETING));
    }

    Map<String, Object> showFlat(String key, String place, String what) {
        return Map.of(
                "key",
                key,
                "place",
                place,
                "what",
                what,
                "by",
                today.plusDays(20).toString());
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    JsonNode card(String who, OpenTask task) {
        Answer card = journey.at(who).get("/api/tasks/" + task.id() + "/document");
        JourneyTest.accepted(card);
        return card.json();
    }
}
