package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 推广计划落实: four departments side by side, until all is done and the stage is over. */
@Deployment(resources = "processes/promotion-plan-implementation.bpmn")
class PromotionPlanImplementationProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering("promotion-plan-implementation");

    private static final Date DUE = Date.from(Instant.parse("2026-12-24T16:00:00Z"));
    private static final Date BEGINS = Date.from(Instant.parse("2026-12-01T16:00:00Z"));
    private static final Date STAGE_ENDS = Date.from(Instant.parse("2026-12-31T16:00:00Z"));

    ProcessEngine processEngine;
    private Walk work;

    @BeforeEach
    void handlersStandBy() {
        work = new Walk(processEngine);
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void itIsImplementedWhenEverybodyIsDoneAndTheStageIsOver() {
        handedOut(1, 1, 1);
        work.waitsOnlyAt(
                        "userTask_fileDocument",
                        "userTask_changeShowFlat",
                        "userTask_adjustConstruction",
                        "timer_activityReleased",
                        "timer_stageEnded")
                .waitsUntil("timer_activityReleased", BEGINS)
                .waitsUntil("timer_stageEnded", STAGE_ENDS)
                .complete("userTask_fileDocument", "planFiled")
                .complete("userTask_changeShowFlat", "planItemFinished")
                .complete("userTask_adjustConstruction", "planItemFinished")
                .timePasses("timer_activityReleased")
                .complete("userTask_carryOutActivity", "activityCarriedOut")
                .waitsOnlyAt("timer_stageEnded")
                .timePasses("timer_stageEnded")
                .endsAt("endEvent_planImplemented");
        assertThat(work.asked()).contains("openStageSummary");
    }

    @Test
    void eachTaskHasItsDepartmentItsPersonAndItsDay() {
        handedOut(1, 1, 1);
        work.timePasses("timer_activityReleased");
        assertThat(work.groupsOf("userTask_fileDocument")).containsExactly("marketing-admin");
        assertThat(work.groupsOf("userTask_changeShowFlat")).containsExactly("design");
        assertThat(work.groupsOf("userTask_adjustConstruction")).containsExactly("engineering");
        assertThat(work.groupsOf("userTask_carryOutActivity")).containsExactly("marketing");
        assertThat(work.task("userTask_carryOutActivity").getAssignee()).isEqualTo("sun.li");
        for (String task :
                List.of("userTask_changeShowFlat", "userTask_adjustConstruction", "userTask_carryOutActivity")) {
            assertThat(work.task(task).getDueDate()).as(task).isEqualTo(DUE);
        }
    }

    @Test
    void thereIsATaskForEachThingAndNoneForNothing() {
        handedOut(3, 0, 2);
        List<Task> shown = processEngine
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("userTask_changeShowFlat")
                .list();
        assertThat(shown).hasSize(3);
        assertThat(processEngine
                        .getManagementService()
                        .createJobQuery()
                        .activityId("timer_activityReleased")
                        .count())
                .isEqualTo(2);
        assertThat(work.asked()).containsOnly("planItemHandedOut").hasSize(5);
    }

    private void handedOut(int showFlats, int constructions, int activities) {
        Map<String, Object> item = new HashMap<>();
        item.put("itemDueAt", DUE);
        item.put("activityReleasedAt", BEGINS);
        item.put("activityOwner", "sun.li");
        work.whenAsked("planItemHandedOut", item)
                .begin(
                        "promotion-plan-implementation",
                        Map.of(
                                "subject", "推广计划",
                                "showFlatCount", showFlats,
                                "constructionCount", constructions,
                                "activityCount", activities,
                                "stageEndsAt", STAGE_ENDS));
    }
}
