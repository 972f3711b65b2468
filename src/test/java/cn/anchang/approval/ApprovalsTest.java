package cn.anchang.approval;

import static cn.anchang.approval.ApprovalFixture.GAO;
import static cn.anchang.approval.ApprovalFixture.LI;
import static cn.anchang.approval.ApprovalFixture.SUN;
import static cn.anchang.approval.ApprovalFixture.WU;
import static cn.anchang.approval.ApprovalFixture.ZHOU;
import static cn.anchang.approval.ApprovalFixture.brought;
import static cn.anchang.approval.ApprovalFixture.opened;
import static cn.anchang.approval.ApprovalFixture.submitted;
import static cn.anchang.testing.TestNotes.KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.anchang.approval.DecideOutcome.AlreadyDecided;
import cn.anchang.approval.DecideOutcome.ApproverIsPreparer;
import cn.anchang.approval.DecideOutcome.ContentChanged;
import cn.anchang.approval.DecideOutcome.Decided;
import cn.anchang.approval.DecideOutcome.DecidedEarlierStep;
import cn.anchang.approval.DecideOutcome.MatterWithdrawn;
import cn.anchang.approval.DecideOutcome.NotEntitled;
import cn.anchang.approval.DecideOutcome.ReasonMissing;
import cn.anchang.approval.WithdrawOutcome.DecidedMeanwhile;
import cn.anchang.approval.WithdrawOutcome.NotSubmitter;
import cn.anchang.approval.WithdrawOutcome.NothingSubmitted;
import cn.anchang.approval.WithdrawOutcome.OnItsWay;
import cn.anchang.approval.WithdrawOutcome.Withdrawn;
import cn.anchang.mail.LetterView;
import cn.anchang.mail.Outbox;
import cn.anchang.testing.DatabaseTest;
import cn.anchang.testing.TestClock;
import cn.anchang.testing.TestNotes.Note;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** One matter, one decision, by somebody entitled, about the content they saw (R36). */
@DatabaseTest
@Import(ApprovalFixture.class)
class ApprovalsTest {

    private static final Note SMALL = Note.of("小额", "500");
    private static final Note BIG = Note.of("大额", "5000");

    @Autowired
    Documents documents;

    @Autowired
    Approvals approvals;

    @Autowired
    Attachments attachments;

    @Autowired
    Outbox outbox;

    @Autowired
    ApprovalFixture.Told told;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void onAMonday() {
        clock.moveTo(at("2026-11-23T10:00"));
    }

    @Test
    void aVersionIsApprovedStepByStep() {
        MatterView review = brought(documents, approvals, BIG);
        assertThat(review)
                .extracting(MatterView::kind, MatterView::group, MatterView::state, MatterView::step)
                .containsExactly(StepKind.REVIEW, "marketing-director", MatterState.OPEN, 0);

        assertThat(agree(review, ZHOU)).isEqualTo(new Decided(Decision.AGREE, true));
        assertThat(documents.versionView(review.versionId()).state()).isEqualTo(VersionState.SUBMITTED);
        assertThat(approvals.holds(review.versionId())).isFalse();
        assertThat(told.about(review.documentId())).isEmpty();

        MatterView approval = approvals.view(approvals.bring(review.versionId()));
        assertThat(approval.group()).isEqualTo("management");
        assertThat(agree(approval, WU)).isEqualTo(new Decided(Decision.AGREE, false));
        assertThat(documents.versionView(review.versionId()).state()).isEqualTo(VersionState.APPROVED);
        assertThat(approvals.holds(review.versionId())).isTrue();
        assertThat(told.about(review.documentId()))
                .containsExactly(
                        new VersionApproved(KIND, review.documentId(), review.versionId(), WU, clock.instant()));
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURN", "REJECT"})
    void aNoNeedsItsReason(Decision no) {
        MatterView matter = brought(documents, approvals, SMALL);

        assertThat(approvals.decide(matter.id(), no, " ", matter.fingerprint(), ZHOU))
                .isEqualTo(new ReasonMissing(no));
        assertThat(approvals.decide(matter.id(), no, null, matter.fingerprint(), ZHOU))
                .isEqualTo(new ReasonMissing(no));
        assertThat(approvals.view(matter.id()).state()).isEqualTo(MatterState.OPEN);

        assertThat(approvals.decide(matter.id(), no, " 费用偏高 ", matter.fingerprint(), ZHOU))
                .isEqualTo(new Decided(no, false));
        assertThat(approvals.view(matter.id()).reason()).isEqualTo("费用偏高");
        assertThat(told.about(matter.documentId()))
                .containsExactly(
                        no == Decision.RETURN
                                ? new VersionReturned(
                                        KIND, matter.documentId(), matter.versionId(), ZHOU, clock.instant(), "费用偏高")
                                : new VersionRejected(
                                        KIND, matter.documentId(), matter.versionId(), ZHOU, clock.instant(), "费用偏高"));
    }

    @Test
    void threeReturnsInARowLeaveThreeVersions() {
        UUID document = opened(documents, BIG);
        for (int round = 1; round <= 3; round++) {
            MatterView matter = brought(documents, approvals, document, "第 " + round + " 稿");
            approvals.decide(matter.id(), Decision.RETURN, "意见 " + round, matter.fingerprint(), GAO);
            documents.draft(document, Note.of("第 " + (round + 1) + " 稿", "5000"), SUN);
        }
        assertThat(documents.view(document).revisions())
                .extracting(Revision::version, Revision::state, Revision::comment)
                .containsExactly(
                        tuple(4, VersionState.DRAFT, ""),
                        tuple(3, VersionState.RETURNED, "意见 3"),
                        tuple(2, VersionState.RETURNED, "意见 2"),
                        tuple(1, VersionState.RETURNED, "意见 1"));
    }

    @Test
    void aDecisionStands() {
        MatterView matter = brought(documents, approvals, SMALL);
        agree(matter, ZHOU);

        assertThat(approvals.decide(matter.id(), Decision.REJECT, "改主意了", matter.fingerprint(), GAO))
                .isEqualTo(new AlreadyDecided("周凯", clock.instant()));
        assertThat(approvals.view(matter.id()).state()).isEqualTo(MatterState.AGREED);
    }

    @Test
    void onlyTheGroupAskedDecides() {
        MatterView matter = brought(documents, approvals, SMALL);

        assertThat(agree(matter, LI)).isEqualTo(new NotEntitled("营销总监"));
        assertThat(agree(matter, WU)).isEqualTo(new NotEntitled("营销总监"));
        assertThat(agree(matter, "nobody")).isEqualTo(new NotEntitled("营销总监"));
    }

    @Test
    void nobodyDecidesWhatTheySubmittedThoughTheyBelongToTheGroup() {
        UUID document = documents.open(KIND, "总监自拟", null, ZHOU);
        documents.draft(document, SMALL, SUN);
        UUID version = submitted(documents, document, "", ZHOU).versionId();
        MatterView matter = approvals.view(approvals.bring(version));

        assertThat(matter.group()).isEqualTo("marketing-director");
        assertThat(agree(matter, ZHOU)).isEqualTo(new ApproverIsPreparer("周凯"));
        assertThat(agree(matter, GAO)).isInstanceOf(Decided.class);
    }

    @Test
    void nobodyDecidesWhatTheyWroteThoughAnotherSubmittedIt() {
        UUID document = opened(documents, SMALL);
        documents.draft(document, Note.of("总监改过", "500"), GAO);
        documents.draft(document, Note.of("又改回", "500"), SUN);
        MatterView matter = brought(documents, approvals, document, "");

        assertThat(agree(matter, GAO)).isEqualTo(new ApproverIsPreparer("高伟"));
    }

    /** Or a word changed by somebody else would let the author decide about nearly all of their own text. */
    @Test
    void whoeverWroteInAReturnedVersionWroteInTheNext() {
        UUID document = opened(documents, SMALL);
        documents.draft(document, Note.of("总监起草", "500"), GAO);
        MatterView first = brought(documents, approvals, document, "");
        approvals.decide(first.id(), Decision.RETURN, "请改", first.fingerprint(), ZHOU);
        documents.draft(document, Note.of("总监起草，改一字", "500"), SUN);
        MatterView second = brought(documents, approvals, document, "改一字");

        assertThat(agree(second, GAO)).isEqualTo(new ApproverIsPreparer("高伟"));
        assertThat(agree(second, ZHOU)).isInstanceOf(Decided.class);
    }

    @Test
    void whenEverybodyAskedIsExcludedTheGroupAboveIsAsked() {
        UUID document = documents.open(KIND, "两位总监合拟", null, ZHOU);
        documents.draft(document, SMALL, GAO);
        MatterView matter = approvals.view(
                approvals.bring(submitted(documents, document, "", ZHOU).versionId()));

        assertThat(matter.group()).isEqualTo("management");
        assertThat(agree(matter, GAO)).isEqualTo(new NotEntitled("总经理"));
        assertThat(agree(matter, WU)).isInstanceOf(Decided.class);
    }

    @Test
    void twoStepsAreTwoPeople() {
        MatterView review = brought(documents, approvals, SMALL);
        jdbc.update(
                "insert into sales.version_steps (version_id, seq, kind, step_group)"
                        + " values (?, 1, 'APPROVE', 'marketing-director')",
                review.versionId());
        agree(review, ZHOU);
        MatterView approval = approvals.view(approvals.bring(review.versionId()));

        assertThat(approval.group()).isEqualTo("marketing-director");
        assertThat(agree(approval, ZHOU)).isEqualTo(new DecidedEarlierStep("周凯"));
        assertThat(agree(approval, GAO)).isInstanceOf(Decided.class);
    }

    /** Or a version would stand before nobody for ever. */
    @Test
    void whereOnlyOnePersonIsLeftThatPersonTakesBothSteps() {
        MatterView review = brought(documents, approvals, BIG);
        approvals.escalate(review.id());
        agree(review, WU);
        MatterView approval = approvals.view(approvals.bring(review.versionId()));

        assertThat(approval.group()).isEqualTo("management");
        assertThat(agree(approval, WU)).isInstanceOf(Decided.class);
    }

    @Test
    void whatTheApproverSawIsWhatTheyDecideAbout() {
        MatterView matter = brought(documents, approvals, SMALL);

        assertThat(approvals.decide(matter.id(), Decision.AGREE, "", "0".repeat(64), ZHOU))
                .isEqualTo(new ContentChanged());
        assertThat(approvals.decide(matter.id(), Decision.AGREE, "", null, ZHOU))
                .isEqualTo(new ContentChanged());
        assertThat(approvals.view(matter.id()).state()).isEqualTo(MatterState.OPEN);
    }

    @Test
    void contentChangedBehindTheTriggersBackIsNoticedAtTheDecision() {
        MatterView matter = brought(documents, approvals, SMALL);
        pastTheTriggers(
                "update sales.document_versions set content = replace(content, '500', '900') where id = ?", matter);

        assertThat(agree(matter, ZHOU)).isEqualTo(new ContentChanged());
        assertThat(approvals.view(matter.id()).state()).isEqualTo(MatterState.OPEN);
    }

    @Test
    void aForgedFingerprintBesideTheContentIsNoticedToo() {
        MatterView matter = brought(documents, approvals, SMALL);
        pastTheTriggers(
                "update sales.document_versions set content = replace(content, '500', '900') where id = ?", matter);
        pastTheTriggers(
                "update sales.document_versions set fingerprint = encode(sha256(convert_to('{\"content\":' || content"
                        + " || ',\"document\":\"' || document_id || '\",\"kind\":\"test-note\",\"version\":1}', 'UTF8')),"
                        + " 'hex') where id = ?",
                matter);

        assertThat(agree(matter, ZHOU)).isEqualTo(new ContentChanged());
    }

    @Test
    void anApprovalIsVoidOnceTheContentIsEdited() {
        MatterView matter = brought(documents, approvals, SMALL);
        agree(matter, ZHOU);
        assertThat(documents.versionView(matter.versionId()).approvalVoid()).isFalse();

        pastTheTriggers(
                "update sales.document_versions set content = replace(content, '小额', '大额') where id = ?", matter);

        assertThat(approvals.holds(matter.versionId())).isFalse();
        assertThat(documents.versionView(matter.versionId()).approvalVoid()).isTrue();
    }

    @Test
    void anApprovalIsVoidWhenItsStepsAreNotThoseAgreed() {
        MatterView matter = brought(documents, approvals, SMALL);
        agree(matter, ZHOU);

        jdbc.update(
                "insert into sales.version_steps (version_id, seq, kind, step_group) values (?, 1, 'APPROVE', 'management')",
                matter.versionId());

        assertThat(approvals.holds(matter.versionId())).isFalse();
    }

    @Test
    void anApprovalCoversTheBytesOfItsFiles() {
        UUID document = documents.open(KIND, "附件", null, SUN);
        Attachment file = attachments.add(document, "方案.pdf", "application/pdf", new byte[] {1, 2, 3}, SUN);
        documents.draft(document, SMALL.with(file), SUN);
        MatterView matter = brought(documents, approvals, document, "");
        MatterView same = approvals.view(matter.id());
        agree(same, ZHOU);
        assertThat(approvals.holds(matter.versionId())).isTrue();

        jdbc.execute("alter table sales.document_attachments disable trigger document_attachments_stand");
        try {
            jdbc.update("update sales.document_attachments set bytes = '\\x010204' where id = ?", file.id());
        } finally {
            jdbc.execute("alter table sales.document_attachments enable trigger document_attachments_stand");
        }
        assertThat(approvals.holds(matter.versionId())).isFalse();
    }

    @Test
    void onlyTheSubmitterTakesAVersionBack() {
        MatterView matter = brought(documents, approvals, BIG);

        assertThat(approvals.withdraw(matter.documentId(), LI)).isEqualTo(new NotSubmitter("孙丽"));
        assertThat(approvals.withdraw(matter.documentId(), SUN)).isEqualTo(new Withdrawn(1));
        assertThat(documents.versionView(matter.versionId()).state()).isEqualTo(VersionState.WITHDRAWN);
        assertThat(approvals.view(matter.id()).state()).isEqualTo(MatterState.WITHDRAWN);
        assertThat(told.withdrawn).contains(matter.id());
        assertThat(told.about(matter.documentId()))
                .containsExactly(
                        new VersionWithdrawn(KIND, matter.documentId(), matter.versionId(), SUN, clock.instant()));
        assertThat(agree(matter, ZHOU)).isEqualTo(new MatterWithdrawn("孙丽", clock.instant()));
    }

    @Test
    void aVersionMayBeTakenBackBetweenItsSteps() {
        MatterView review = brought(documents, approvals, BIG);
        agree(review, ZHOU);
        MatterView approval = approvals.view(approvals.bring(review.versionId()));

        assertThat(approvals.withdraw(review.documentId(), SUN)).isEqualTo(new Withdrawn(1));
        assertThat(approvals.view(review.id()).state()).isEqualTo(MatterState.AGREED);
        assertThat(approvals.view(approval.id()).state()).isEqualTo(MatterState.WITHDRAWN);
        assertThat(approvals.holds(review.versionId())).isFalse();
    }

    @Test
    void whatIsDecidedIsNotTakenBack() {
        MatterView matter = brought(documents, approvals, SMALL);
        agree(matter, ZHOU);

        assertThat(approvals.withdraw(matter.documentId(), SUN)).isEqualTo(new DecidedMeanwhile("周凯", clock.instant()));
        assertThat(documents.versionView(matter.versionId()).state()).isEqualTo(VersionState.APPROVED);
    }

    @Test
    void whatNobodyHasBeforeThemYetIsTakenBackAMomentLater() {
        UUID document = opened(documents, BIG);
        UUID version = submitted(documents, document, "", SUN).versionId();

        assertThat(approvals.withdraw(document, SUN)).isEqualTo(new OnItsWay());
        approvals.bring(version);
        assertThat(approvals.withdraw(document, SUN)).isEqualTo(new Withdrawn(1));
    }

    @Test
    void whereNothingIsSubmittedThereIsNothingToTakeBack() {
        UUID document = opened(documents, SMALL);
        assertThat(approvals.withdraw(document, SUN)).isEqualTo(new NothingSubmitted());
        MatterView matter = brought(documents, approvals, document, "");
        approvals.withdraw(document, SUN);
        assertThat(approvals.withdraw(document, SUN)).isEqualTo(new NothingSubmitted());
        assertThat(approvals.view(matter.id()).decidedBy()).isEqualTo(SUN);
    }

    @Test
    void aMatterIsBroughtOnlyForASubmittedVersionAndOnce() {
        UUID document = opened(documents, SMALL);
        UUID draft = documents.currentVersion(document).orElseThrow();
        assertThatThrownBy(() -> approvals.bring(draft)).isInstanceOf(IllegalStateException.class);
        MatterView matter = brought(documents, approvals, document, "");
        assertThatThrownBy(() -> approvals.bring(matter.versionId())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void approversHaveWorkdaysNotDays() {
        clock.moveTo(at("2026-09-30T16:00"));
        MatterView matter = brought(documents, approvals, SMALL);
        assertThat(matter.remindAt()).isEqualTo(at("2026-10-08T16:00"));
        assertThat(matter.dueAt()).isEqualTo(at("2026-10-09T16:00"));
    }

    @Test
    void aReminderGoesToThoseWhoMayDecideAndOnlyOnce() {
        UUID document = documents.open(KIND, "周末暖场", null, SUN);
        documents.draft(document, SMALL, SUN);
        MatterView matter = brought(documents, approvals, document, "");

        approvals.remind(matter.id());
        approvals.remind(matter.id());

        // 高伟 has no address
        assertThat(outbox.about(document.toString()))
                .extracting(LetterView::to, LetterView::subject)
                .containsExactly(tuple("zhou.kai@anchang.example", "请审批：" + documents.subject(matter.versionId())));
        assertThat(outbox.about(document.toString()).get(0).text())
                .contains("周凯，您好", "周末暖场", "11月23日 10:00", "营销总监", "/documents/" + document);
        assertThat(approvals.view(matter.id()).remindedAt()).isEqualTo(clock.instant());
    }

    @Test
    void anEscalationAsksTheGroupAboveAndTellsTheSubmitter() {
        MatterView matter = brought(documents, approvals, SMALL);
        assertThat(agree(matter, WU)).isEqualTo(new NotEntitled("营销总监"));

        assertThat(approvals.escalate(matter.id())).contains("management");
        assertThat(approvals.escalate(matter.id())).isEmpty();

        assertThat(outbox.about(matter.documentId().toString()))
                .extracting(LetterView::to)
                .containsExactlyInAnyOrder("wu.zong@anchang.example", "sun.li@anchang.example");
        assertThat(outbox.about(matter.documentId().toString()))
                .allSatisfy(letter -> assertThat(letter.text()).contains("总经理").doesNotContain("{"));
        assertThat(approvals.view(matter.id()).escalatedTo()).isEqualTo("management");
        assertThat(agree(matter, WU)).isInstanceOf(Decided.class);
    }

    @Test
    void thoseAskedFirstMayStillDecideAfterTheEscalation() {
        MatterView matter = brought(documents, approvals, SMALL);
        approvals.escalate(matter.id());
        assertThat(agree(matter, GAO)).isInstanceOf(Decided.class);
    }

    @Test
    void whereNobodyIsAboveOnlyTheSubmitterIsTold() {
        MatterView review = brought(documents, approvals, BIG);
        agree(review, ZHOU);
        MatterView top = approvals.view(approvals.bring(review.versionId()));

        assertThat(approvals.escalate(top.id())).isEmpty();

        assertThat(outbox.about(top.documentId().toString()))
                .extracting(LetterView::to)
                .containsExactly("sun.li@anchang.example");
        assertThat(approvals.view(top.id()).escalatedAt()).isEqualTo(clock.instant());
        assertThat(approvals.view(top.id()).escalatedTo()).isNull();
    }

    @Test
    void nobodyIsRemindedOfWhatIsDecided() {
        MatterView matter = brought(documents, approvals, SMALL);
        agree(matter, ZHOU);

        approvals.remind(matter.id());

        assertThat(approvals.escalate(matter.id())).isEmpty();
        assertThat(outbox.about(matter.documentId().toString())).isEmpty();
    }

    private DecideOutcome agree(MatterView matter, String by) {
        return approvals.decide(matter.id(), Decision.AGREE, "", matter.fingerprint(), by);
    }

    private void pastTheTriggers(String sql, MatterView matter) {
        jdbc.execute("alter table sales.document_versions disable trigger document_versions_stand");
        try {
            assertThat(jdbc.update(sql, matter.versionId())).isEqualTo(1);
        } finally {
            jdbc.execute("alter table sales.document_versions enable trigger document_versions_stand");
        }
    }

    private Instant at(String local) {
        return LocalDateTime.parse(local).atZone(clock.getZone()).toInstant();
    }
}
