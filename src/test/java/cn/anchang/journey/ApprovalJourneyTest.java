package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.MatterState;
import cn.anchang.shared.BusinessCalendar;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import cn.anchang.testing.TestNotes.Item;
import cn.anchang.testing.TestNotes.Note;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A document before its approvers, from the first draft to the last word, with the rows it leaves. */
class ApprovalJourneyTest extends JourneyTest {

    private static final Note BIG = Note.of("周末暖场", "5000", Item.of("a", "暖场", "5000"));
    private static final Note SMALL = Note.of("小型沙龙", "500");

    @Autowired
    BusinessCalendar calendar;

    @Test
    void aDocumentIsApprovedInTwoSteps() {
        Paper paper = paper().submitted(BIG, "");
        assertThat(at(GENERAL_MANAGER).tasksOf(paper.key())).isEmpty();

        accepted(paper.agree(DIRECTOR));
        assertThat(at(DIRECTOR).tasksOf(paper.key())).isEmpty();
        accepted(paper.agree(GENERAL_MANAGER));

        assertThat(paper.openTasks()).isEmpty();
        assertThat(paper.ends()).containsExactly("endEvent_approved");
        assertThat(paper.versions()).containsExactly("APPROVED");
        assertThat(paper.matters()).containsExactly("1 marketing-director AGREED", "1 management AGREED");
        assertThat(approvals.holds(paper.version())).isTrue();
        assertThat(jdbc.queryForList(
                        "select decided_by from sales.matters where document_id = ? order by step",
                        String.class,
                        paper.documentId()))
                .containsExactly(DIRECTOR, GENERAL_MANAGER);
    }

    @Test
    void aTaskListShowsWhichDocumentAndNothingOfItsContent() {
        Paper paper = paper().submitted(BIG, "");
        JsonNode variables = at(DIRECTOR)
                .get("/camunda/api/engine/engine/default/task/" + paper.task().id() + "/variables")
                .json();

        assertThat(variables.path("subject").path("value").asText())
                .isEqualTo(documents.subject(paper.version()))
                .matches("便笺 CS-\\d{4}-\\d{6} 第 1 版");
        assertThat(variables.toString()).doesNotContain("暖场", "5000");
    }

    @Test
    void afterThreeReturnsTheApproverReadsOnlyWhatChangedSince() {
        Paper paper = paper().submitted(BIG, "");
        accepted(paper.agree(DIRECTOR));
        accepted(paper.giveBack(GENERAL_MANAGER, "请降低费用"));
        assertThat(paper.ends()).containsExactly("endEvent_returned");

        paper.submitted(Note.of("周末暖场", "4000", Item.of("a", "暖场", "4000")), "降低费用");
        accepted(paper.giveBack(DIRECTOR, "请说明效果"));
        paper.submitted(Note.of("周末暖场，预计到访 80 组", "4000", Item.of("a", "暖场", "4000")), "补充效果");
        accepted(paper.agree(DIRECTOR));
        accepted(paper.giveBack(GENERAL_MANAGER, "再降"));
        paper.submitted(Note.of("周末暖场，预计到访 80 组", "3000", Item.of("a", "暖场", "3000")), "再降费用");

        // the director sent back version 2 and agreed to version 3
        assertThat(paper.card(DIRECTOR).json().path("against").asInt()).isEqualTo(3);
        accepted(paper.agree(DIRECTOR));
        JsonNode card = paper.card(GENERAL_MANAGER).json();
        assertThat(card.path("against").asInt()).isEqualTo(3);
        assertThat(card.path("changes"))
                .extracting(change -> change.path("label").asText() + " "
                        + change.path("before").asText() + "→"
                        + change.path("after").asText())
                .containsExactly("预算 4,000.00→3,000.00", "项目 · 暖场 · 费用 4,000.00→3,000.00");
        accepted(paper.agree(GENERAL_MANAGER));

        assertThat(paper.versions()).containsExactly("RETURNED", "RETURNED", "RETURNED", "APPROVED");
        assertThat(paper.ends())
                .containsExactly("endEvent_returned", "endEvent_returned", "endEvent_returned", "endEvent_approved");
        assertThat(documents.view(paper.documentId()).revisions())
                .extracting(revision -> revision.comment())
                .containsExactly("", "再降", "请说明效果", "请降低费用");
    }

    @Test
    void aRejectedDocumentIsOver() {
        Paper paper = paper().submitted(BIG, "");

        accepted(paper.reject(DIRECTOR, "与开盘冲突"));

        assertThat(paper.openTasks()).isEmpty();
        assertThat(paper.ends()).containsExactly("endEvent_rejected");
        assertThat(paper.versions()).containsExactly("REJECTED");
        assertThat(paper.matters()).containsExactly("1 marketing-director REJECTED");
    }

    @Test
    void aNoWithoutAReasonIsRefusedAndTheTaskStays() {
        Paper paper = paper().submitted(SMALL, "");

        refused(paper.giveBack(DIRECTOR, " "), "请填写“退回修改”的理由");
        refused(paper.reject(DIRECTOR, ""), "请填写“否决”的理由");

        assertThat(paper.openTasks()).hasSize(1);
        assertThat(paper.matters()).containsExactly("1 marketing-director OPEN");
        accepted(paper.agree(DIRECTOR));
    }

    @Test
    void theSubmitterTakesADocumentBackAndTheTaskIsGone() {
        Paper paper = paper().submitted(BIG, "");
        OpenTask task = paper.task();
        String page = at(DIRECTOR).get("/documents/" + paper.documentId()).text();
        at(DIRECTOR).form("/documents/" + paper.documentId() + "/withdraw", page, Map.of());
        assertThat(paper.versions()).as("only the submitter may").containsExactly("SUBMITTED");
        accepted(paper.agree(DIRECTOR));

        String mine = at(MARKETING).get("/documents/" + paper.documentId()).text();
        Answer answer = at(MARKETING).form("/documents/" + paper.documentId() + "/withdraw", mine, Map.of());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(paper.versions()).containsExactly("WITHDRAWN");
        assertThat(paper.matters()).containsExactly("1 marketing-director AGREED", "1 management WITHDRAWN");
        assertThat(paper.openTasks()).isEmpty();
        assertThat(paper.ends()).containsExactly("endEvent_withdrawn");
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(task.processInstanceId())
                        .count())
                .isZero();
        paper.submitted(SMALL, "改为小型沙龙");
        assertThat(paper.matters()).endsWith("2 marketing-director OPEN");
    }

    @Test
    void nobodyApprovesTheirOwnThoughTheyAreTheOnlyOneAsked() {
        Paper paper = paperOf(DIRECTOR).submitted(SMALL, "");

        assertThat(at(DIRECTOR).tasksOf(paper.key())).isEmpty();
        accepted(paper.agree(GENERAL_MANAGER));

        assertThat(paper.matters()).containsExactly("1 management AGREED");
    }

    @Test
    void whatWasAgreedAboutTheOriginalIsNoAgreementToTheCopy() {
        Paper original = paper().submitted(SMALL, "");
        String agreed = original.fingerprintFor(DIRECTOR);
        accepted(original.agree(DIRECTOR));
        Paper copy = original.copied().submitted("");

        refused(copy.decide(DIRECTOR, "AGREE", "", agreed), "发生了变动");

        assertThat(approvals.holds(original.version())).isTrue();
        assertThat(approvals.holds(copy.version())).isFalse();
        assertThat(copy.matters()).containsExactly("1 marketing-director OPEN");
    }

    @Test
    void contentEditedWhileItIsBeingApprovedIsNoticed() {
        Paper paper = paper().submitted(SMALL, "");
        String seen = paper.fingerprintFor(DIRECTOR);
        edit(paper);

        refused(paper.decide(DIRECTOR, "AGREE", "", seen), "发生了变动");

        assertThat(paper.openTasks()).hasSize(1);
        assertThat(paper.versions()).containsExactly("SUBMITTED");
    }

    @Test
    void contentEditedAfterItsApprovalVoidsTheApproval() {
        Paper paper = paper().submitted(SMALL, "");
        accepted(paper.agree(DIRECTOR));
        edit(paper);

        assertThat(approvals.holds(paper.version())).isFalse();
        assertThat(at(MARKETING).get("/documents/" + paper.documentId()).text()).contains("批准已失效");
    }

    @Test
    void aBudgetRaisedAboveTheLimitTakesTheLongerWay() {
        Paper paper = paper().draft(Note.of("沙龙", "1000"));
        paper.submitted("");
        assertThat(paper.matters()).containsExactly("1 marketing-director OPEN");
        accepted(paper.giveBack(DIRECTOR, "请加大力度"));

        paper.submitted(Note.of("沙龙", "1000.01"), "加大力度");
        accepted(paper.agree(DIRECTOR));

        assertThat(paper.versions())
                .as("the director alone is not enough now")
                .containsExactly("RETURNED", "SUBMITTED");
        accepted(paper.agree(GENERAL_MANAGER));
        assertThat(paper.matters())
                .containsExactly("1 marketing-director RETURNED", "2 marketing-director AGREED", "2 management AGREED");
    }

    @Test
    void approversAreRemindedAfterOneWorkdayAndTheGroupAboveIsAskedAfterTwo() {
        clock.moveTo(
                nextFriday().atTime(LocalTime.of(10, 0)).atZone(clock.getZone()).toInstant());
        Paper paper = paper().submitted(SMALL, "");

        paper.after(Duration.ofDays(2));
        assertThat(lettersAbout(paper)).as("nobody works at the weekend").isEmpty();
        paper.after(Duration.ofDays(1));
        assertThat(lettersAbout(paper)).containsExactly("zhou.kai@anchang.example 请审批");
        assertThat(at(GENERAL_MANAGER).tasksOf(paper.key())).isEmpty();
        accepted(at(DIRECTOR).claim(paper.task().id()));
        paper.after(Duration.ofDays(1));
        assertThat(at(GENERAL_MANAGER).taskOf(paper.key(), Paper.TASK).assignee())
                .as("whoever claimed it and did nothing holds it no longer")
                .isNull();
        assertThat(at(DIRECTOR).tasksOf(paper.key())).hasSize(1);
        assertThat(lettersAbout(paper))
                .containsExactlyInAnyOrder(
                        "zhou.kai@anchang.example 请审批",
                        "wu.zong@anchang.example 审批超时，请处理",
                        "sun.li@anchang.example 审批超时，已提请上级");

        assertThat(paper.card(GENERAL_MANAGER)
                        .json()
                        .path("matter")
                        .path("escalated")
                        .asBoolean())
                .isTrue();
        accepted(paper.agree(GENERAL_MANAGER));
        assertThat(paper.versions()).containsExactly("APPROVED");
    }

    @RepeatedTest(15)
    void ofTwoApproversAtOnceOneDecidesAndTheOtherIsTold() throws Exception {
        Paper paper = paper().submitted(SMALL, "");
        paper.after(Duration.ofDays(14));
        OpenTask task = paper.task();
        String seen = paper.fingerprintFor(DIRECTOR);

        List<Answer> answers = atOnce(
                () -> decide(DIRECTOR, task, "AGREE", "", seen),
                () -> decide(GENERAL_MANAGER, task, "REJECT", "不可行", seen));

        assertThat(answers).filteredOn(Answer::isOk).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.isOk()).singleElement().satisfies(no -> {
            assertThat(no.status()).isIn(409, 422);
            assertThat(no.message()).containsPattern("\\p{IsHan}{4}").doesNotContain("ENGINE", "Exception");
        });
        boolean agreed = answers.get(0).isOk();
        assertThat(paper.versions()).containsExactly(agreed ? "APPROVED" : "REJECTED");
        assertThat(jdbc.queryForObject(
                        "select state from sales.matters where document_id = ?", String.class, paper.documentId()))
                .isEqualTo((agreed ? MatterState.AGREED : MatterState.REJECTED).name());
    }

    private Answer decide(String person, OpenTask task, String decision, String reason, String fingerprint) {
        return at(person)
                .submitForm(task.id(), Map.of("decision", decision, "reason", reason, "fingerprint", fingerprint));
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            List<Future<Answer>> deeds = new ArrayList<>();
            for (var deed : List.of(one, other)) {
                deeds.add(people.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return deed.call();
                }));
            }
            return List.of(deeds.get(0).get(60, TimeUnit.SECONDS), deeds.get(1).get(60, TimeUnit.SECONDS));
        } finally {
            people.shutdownNow();
        }
    }

    /** Recipient and kind of each letter about a document. */
    private List<String> lettersAbout(Paper paper) {
        return jdbc.queryForList(
                "select recipient || ' ' || split_part(subject, '：', 1) from sales.letters where about = ?",
                String.class,
                paper.key());
    }

    /** By hand, past the trigger, as only somebody at the database could. */
    private void edit(Paper paper) {
        UUID version = paper.version();
        jdbc.execute("alter table sales.document_versions disable trigger document_versions_stand");
        try {
            jdbc.update(
                    "update sales.document_versions set content = replace(content, '500.00', '900.00') where id = ?",
                    version);
        } finally {
            jdbc.execute("alter table sales.document_versions enable trigger document_versions_stand");
        }
    }

    /** One before an ordinary weekend. */
    private LocalDate nextFriday() {
        LocalDate friday = LocalDate.ofInstant(clock.instant(), clock.getZone());
        do {
            friday = friday.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        } while (!friday.plusDays(3).equals(calendar.after(friday, 1))
                || !friday.plusDays(4).equals(calendar.after(friday, 2)));
        return friday;
    }
}
