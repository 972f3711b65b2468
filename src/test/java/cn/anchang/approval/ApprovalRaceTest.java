package cn.anchang.approval;

import static cn.anchang.approval.ApprovalFixture.GAO;
import static cn.anchang.approval.ApprovalFixture.LI;
import static cn.anchang.approval.ApprovalFixture.SUN;
import static cn.anchang.approval.ApprovalFixture.ZHOU;
import static cn.anchang.approval.ApprovalFixture.brought;
import static cn.anchang.approval.ApprovalFixture.opened;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.DecideOutcome.AlreadyDecided;
import cn.anchang.approval.DecideOutcome.Decided;
import cn.anchang.approval.DecideOutcome.MatterWithdrawn;
import cn.anchang.approval.SubmitOutcome.AlreadySubmitted;
import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.approval.WithdrawOutcome.DecidedMeanwhile;
import cn.anchang.approval.WithdrawOutcome.Withdrawn;
import cn.anchang.shared.Sentences;
import cn.anchang.testing.DatabaseTest;
import cn.anchang.testing.TestNotes.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two at once: one is first, the other is told. */
@DatabaseTest
@Import(ApprovalFixture.class)
class ApprovalRaceTest {

    private static final int ROUNDS = 10;

    @Autowired
    Documents documents;

    @Autowired
    Approvals approvals;

    @Autowired
    Sentences sentences;

    @Autowired
    JdbcTemplate jdbc;

    @RepeatedTest(ROUNDS)
    void ofTwoApproversOneDecidesAndTheOtherIsTold() throws Exception {
        MatterView matter = brought(documents, approvals, Note.of("小额", "500"));

        List<Object> outcomes = atOnce(
                () -> approvals.decide(matter.id(), Decision.AGREE, "", matter.fingerprint(), ZHOU),
                () -> approvals.decide(matter.id(), Decision.REJECT, "不可行", matter.fingerprint(), GAO));

        assertThat(outcomes).hasAtLeastOneElementOfType(Decided.class).hasAtLeastOneElementOfType(AlreadyDecided.class);
        Decided first = only(outcomes, Decided.class);
        assertThat(sentences.of(only(outcomes, AlreadyDecided.class)))
                .contains(first.decision() == Decision.AGREE ? "周凯" : "高伟", "作出审批决定");
        assertThat(approvals.view(matter.id()).state())
                .isEqualTo(first.decision() == Decision.AGREE ? MatterState.AGREED : MatterState.REJECTED);
    }

    @RepeatedTest(ROUNDS)
    void ofDecisionAndWithdrawalTheFirstStands() throws Exception {
        MatterView matter = brought(documents, approvals, Note.of("小额", "500"));

        List<Object> outcomes = atOnce(
                () -> approvals.decide(matter.id(), Decision.AGREE, "", matter.fingerprint(), ZHOU),
                () -> approvals.withdraw(matter.documentId(), SUN));

        VersionState state = documents.versionView(matter.versionId()).state();
        if (state == VersionState.APPROVED) {
            assertThat(outcomes.get(0)).isInstanceOf(Decided.class);
            assertThat(outcomes.get(1)).isInstanceOf(DecidedMeanwhile.class);
        } else {
            assertThat(state).isEqualTo(VersionState.WITHDRAWN);
            assertThat(outcomes.get(0)).isInstanceOf(MatterWithdrawn.class);
            assertThat(outcomes.get(1)).isInstanceOf(Withdrawn.class);
        }
    }

    @RepeatedTest(ROUNDS)
    void aDocumentIsSubmittedOnce() throws Exception {
        UUID document = opened(documents, Note.of("小额", "500"));

        List<Object> outcomes =
                atOnce(() -> documents.submit(document, "", SUN), () -> documents.submit(document, "", LI));

        assertThat(only(outcomes, Submitted.class).version()).isEqualTo(1);
        assertThat(only(outcomes, AlreadySubmitted.class).version()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void twoAuthorsWriteOneDraft() throws Exception {
        UUID document = opened(documents, Note.of("小额", "500"));
        MatterView matter = brought(documents, approvals, document, "");
        approvals.decide(matter.id(), Decision.RETURN, "请改", matter.fingerprint(), ZHOU);

        List<Object> versions = atOnce(
                () -> documents.draft(document, Note.of("甲稿", "500"), SUN),
                () -> documents.draft(document, Note.of("乙稿", "500"), LI));

        assertThat(versions.get(0)).isEqualTo(versions.get(1));
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.document_versions where document_id = ?", Integer.class, document))
                .isEqualTo(2);
    }

    private static <T> T only(List<Object> outcomes, Class<T> type) {
        List<T> found =
                outcomes.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).as("%s in %s", type.getSimpleName(), outcomes).hasSize(1);
        return found.get(0);
    }

    private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            List<Future<Object>> answers = new ArrayList<>();
            for (Callable<?> act : List.of(one, other)) {
                answers.add(people.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    return act.call();
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> answer : answers) {
                outcomes.add(answer.get(20, TimeUnit.SECONDS));
            }
            return outcomes;
        } finally {
            people.shutdownNow();
        }
    }
}
