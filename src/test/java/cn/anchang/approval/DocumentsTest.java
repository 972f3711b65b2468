package cn.anchang.approval;

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

import cn.anchang.approval.SubmitOutcome.AlreadySubmitted;
import cn.anchang.approval.SubmitOutcome.AttachmentDiffers;
import cn.anchang.approval.SubmitOutcome.ChangeNotSaid;
import cn.anchang.approval.SubmitOutcome.NobodyToDecide;
import cn.anchang.approval.SubmitOutcome.NothingChanged;
import cn.anchang.approval.SubmitOutcome.NothingToSubmit;
import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.testing.DatabaseTest;
import cn.anchang.testing.TestClock;
import cn.anchang.testing.TestNotes.Item;
import cn.anchang.testing.TestNotes.Note;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A document through its versions: who wrote what, what changed, and what is refused. */
@DatabaseTest
@Import(ApprovalFixture.class)
class DocumentsTest {

    @Autowired
    Documents documents;

    @Autowired
    Approvals approvals;

    @Autowired
    Attachments attachments;

    @Autowired
    ApprovalFixture.Told told;

    @Autowired
    TestClock clock;

    @Test
    void aDraftIsWrittenAgainAndAgainAndStaysOneVersion() {
        UUID document = opened(documents, Note.of("初稿", "500"));
        UUID version = documents.draft(document, Note.of("二稿", "600"), LI);

        DocumentView view = documents.view(document);
        assertThat(view.no()).matches("CS-\\d{4}-\\d{6}");
        assertThat(view.current().id()).isEqualTo(version);
        assertThat(view.current().version()).isEqualTo(1);
        assertThat(view.current().state()).isEqualTo(VersionState.DRAFT);
        assertThat(view.current().control().prepared().by()).isEqualTo(LI);
        assertThat(documents.content(version, Note.class).text()).isEqualTo("二稿");
        assertThat(view.revisions()).hasSize(1);
    }

    @Test
    void anotherContentThanTheKindsIsNotTaken() {
        UUID document = opened(documents, Note.of("初稿", "500"));
        assertThatThrownBy(() -> documents.draft(document, "text", SUN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVersionWithoutApproversIsValidWithItsSubmissionAndRecorded() {
        UUID document = opened(documents, Note.of("无需审批", "0"));

        Submitted submitted = submitted(documents, document, "", SUN);

        assertThat(submitted.approvalNeeded()).isFalse();
        assertThat(approvals.holds(submitted.versionId())).isTrue();
        VersionView version = documents.versionView(submitted.versionId());
        assertThat(version.state()).isEqualTo(VersionState.APPROVED);
        assertThat(version.fingerprint()).hasSize(64);
        assertThat(version.control().reviewed()).isNull();
        assertThat(version.control().approved()).isNull();
        assertThat(told.about(document))
                .containsExactly(new VersionApproved(KIND, document, submitted.versionId(), SUN, clock.instant()));
        assertThat(documents.approvedVersion(document)).contains(submitted.versionId());
    }

    @Test
    void theWayIsWorkedOutAnewForEachVersion() {
        UUID document = opened(documents, Note.of("小额", "1000"));
        Submitted low = submitted(documents, document, "", SUN);
        assertThat(documents.versionView(low.versionId()).route())
                .isEqualTo(Route.of(Route.approve("marketing-director")));
        approvals.bring(low.versionId());
        approvals.withdraw(document, SUN);

        documents.draft(document, Note.of("小额", "1000.01"), SUN);
        Submitted high = submitted(documents, document, "提高预算", SUN);

        assertThat(documents.versionView(high.versionId()).route())
                .isEqualTo(Route.of(Route.review("marketing-director"), Route.approve("management")));
    }

    @Test
    void whatIsBeforeItsApproversIsNeitherSubmittedTwiceNorRewritten() {
        UUID document = opened(documents, Note.of("一次", "500"));
        submitted(documents, document, "", SUN);

        assertThat(documents.submit(document, "", SUN)).isEqualTo(new AlreadySubmitted(1));
        Note other = Note.of("两次", "500");
        assertThatThrownBy(() -> documents.draft(document, other, SUN)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> documents.abandon(document, "不做了", SUN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEmptyDocumentIsNotSubmitted() {
        UUID document = documents.open(KIND, "空白", null, SUN);
        assertThat(documents.submit(document, "", SUN)).isEqualTo(new NothingToSubmit());
        assertThat(documents.view(document).current()).isNull();
    }

    @Test
    void aLaterVersionSaysWhatChanged() {
        UUID document = returnedOnce(Note.of("初稿", "500"), "费用偏高");
        documents.draft(document, Note.of("初稿", "400"), SUN);

        assertThat(documents.submit(document, "  ", SUN)).isEqualTo(new ChangeNotSaid());
        submitted(documents, document, "按意见降低费用", SUN);
    }

    @Test
    void aVersionEqualToTheOneSentBackIsNotSubmittedAgain() {
        Note note = Note.of("初稿", "500", Item.of("a", "暖场", "500"));
        UUID document = returnedOnce(note, "费用偏高");
        documents.draft(document, Note.of("初稿", "500", Item.of("a", "暖场", "500.00")), SUN);

        assertThat(documents.submit(document, "已按意见修改", SUN)).isEqualTo(new NothingChanged(1));
    }

    @Test
    void aWithdrawnVersionMayBeSubmittedAgainAsItWas() {
        Note note = Note.of("撤回再交", "500");
        MatterView matter = brought(documents, approvals, note);
        approvals.withdraw(matter.documentId(), SUN);
        documents.draft(matter.documentId(), note, SUN);

        assertThat(submitted(documents, matter.documentId(), "无改动，补附件后重交", SUN).version())
                .isEqualTo(2);
    }

    @Test
    void nobodyLeftToDecideIsToldAtSubmission() {
        UUID document = documents.open(KIND, "总经理自拟", null, WU);
        documents.draft(document, Note.of("总经理自拟", "5000"), WU);

        assertThat(documents.submit(document, "", WU)).isEqualTo(new NobodyToDecide(StepKind.APPROVE, "总经理"));
        assertThat(documents.view(document).current().state()).isEqualTo(VersionState.DRAFT);
    }

    @Test
    void revisionsSayWhoWroteReviewedAndApprovedEachVersion() {
        UUID document = returnedOnce(Note.of("初稿", "5000"), "请补充效果测算");
        documents.draft(document, Note.of("含测算", "5000"), LI);
        clock.forward(Duration.ofHours(2));
        MatterView review = brought(documents, approvals, document, "补充效果测算");
        approvals.decide(review.id(), Decision.AGREE, "", review.fingerprint(), ZHOU);
        MatterView approval = approvals.view(approvals.bring(review.versionId()));
        approvals.decide(approval.id(), Decision.AGREE, "同意执行", approval.fingerprint(), WU);

        DocumentView view = documents.view(document);
        assertThat(view.revisions())
                .extracting(
                        Revision::version,
                        Revision::state,
                        Revision::changed,
                        Revision::by,
                        Revision::reviewedBy,
                        Revision::approvedBy,
                        Revision::comment)
                .containsExactly(
                        tuple(2, VersionState.APPROVED, "补充效果测算", LI, ZHOU, WU, ""),
                        tuple(1, VersionState.RETURNED, "首次编制", SUN, null, null, "请补充效果测算"));
        ControlBlock control = view.current().control();
        assertThat(control.prepared().by()).isEqualTo(LI);
        assertThat(control.reviewed()).isEqualTo(new Signature(ZHOU, clock.instant()));
        assertThat(control.approved()).isEqualTo(new Signature(WU, clock.instant()));
        assertThat(documents.version(document, 1).control().reviewed()).isNull();
    }

    @Test
    void anApproverComparesWithWhatTheirGroupSawLast() {
        UUID document = opened(documents, Note.of("一", "5000"));
        MatterView first = brought(documents, approvals, document, "");
        assertThat(documents.against(first.id())).isEmpty();
        approvals.decide(first.id(), Decision.AGREE, "", first.fingerprint(), ZHOU);
        MatterView manager = approvals.view(approvals.bring(first.versionId()));
        assertThat(documents.against(manager.id())).isEmpty();
        approvals.decide(manager.id(), Decision.RETURN, "请细化", manager.fingerprint(), WU);

        documents.draft(document, Note.of("二", "5000"), SUN);
        MatterView second = brought(documents, approvals, document, "细化");
        approvals.decide(second.id(), Decision.RETURN, "仍不够", second.fingerprint(), ZHOU);

        documents.draft(document, Note.of("三", "6000"), SUN);
        MatterView third = brought(documents, approvals, document, "再细化");
        // the director sent version 2 back, the general manager never saw it
        assertThat(documents.against(third.id())).contains(second.versionId());
        assertThat(documents.changes(third.versionId(), second.versionId()))
                .extracting(Change::label, Change::before, Change::after)
                .containsExactly(tuple("正文", "二", "三"), tuple("预算", "5,000.00", "6,000.00"));
        approvals.decide(third.id(), Decision.AGREE, "", third.fingerprint(), ZHOU);
        MatterView last = approvals.view(approvals.bring(third.versionId()));
        assertThat(documents.against(last.id())).contains(first.versionId());
        assertThat(documents.decidedBefore(third.versionId())).contains(second.versionId());
    }

    @Test
    void anApproverWhoNeverSawTheDocumentComparesWithWhatWasApproved() {
        UUID document = opened(documents, Note.of("小额", "500"));
        MatterView small = brought(documents, approvals, document, "");
        approvals.decide(small.id(), Decision.AGREE, "", small.fingerprint(), ZHOU);
        documents.draft(document, Note.of("大额", "5000"), SUN);
        MatterView big = brought(documents, approvals, document, "加大投入");
        approvals.decide(big.id(), Decision.AGREE, "", big.fingerprint(), ZHOU);

        MatterView manager = approvals.view(approvals.bring(big.versionId()));

        assertThat(documents.against(manager.id())).contains(small.versionId());
    }

    @Test
    void aChangeThatNoSectionShowsIsNotPassedOver() {
        UUID document = returnedOnce(Note.of("同文", "500"), "请复核");
        UUID first = documents.currentVersion(document).orElseThrow();
        UUID second = documents.draft(document, Note.of("同文", "500").hiding("别有所指"), SUN);

        assertThat(documents.changes(second, first)).extracting(Change::label).containsExactly("其他内容有改动");
        assertThat(documents.changes(second, second)).isEmpty();
    }

    @Test
    void aCopyHasTheContentAndNoApproval() {
        UUID original = opened(documents, Note.of("样板", "500", Item.of("a", "暖场", "500")));
        MatterView matter = brought(documents, approvals, original, "");
        approvals.decide(matter.id(), Decision.AGREE, "", matter.fingerprint(), ZHOU);

        UUID copy = documents.copy(original, "样板二", LI);

        DocumentView view = documents.view(copy);
        assertThat(view.no()).isNotEqualTo(documents.view(original).no());
        assertThat(view.copiedFrom()).isEqualTo(matter.versionId());
        assertThat(view.current().state()).isEqualTo(VersionState.DRAFT);
        assertThat(view.current().version()).isEqualTo(1);
        assertThat(view.current().fingerprint()).isNull();
        assertThat(documents.content(view.current().id(), Note.class))
                .isEqualTo(documents.content(matter.versionId(), Note.class));
        assertThat(approvals.holds(view.current().id())).isFalse();
        assertThat(approvals.holds(matter.versionId())).isTrue();
        // and once submitted, what was agreed to about the original is no agreement to the copy
        MatterView own = brought(documents, approvals, copy, "");
        assertThat(own.fingerprint()).isNotEqualTo(matter.fingerprint());
        assertThat(approvals.decide(own.id(), Decision.AGREE, "", matter.fingerprint(), ZHOU))
                .isEqualTo(new DecideOutcome.ContentChanged());
    }

    @Test
    void anEditAfterApprovalIsAVersionOfItsOwn() {
        UUID document = opened(documents, Note.of("定稿", "500"));
        MatterView matter = brought(documents, approvals, document, "");
        approvals.decide(matter.id(), Decision.AGREE, "", matter.fingerprint(), ZHOU);

        UUID edited = documents.draft(document, Note.of("定稿改", "500"), SUN);

        assertThat(documents.versionView(edited).version()).isEqualTo(2);
        assertThat(approvals.holds(edited)).isFalse();
        assertThat(approvals.holds(matter.versionId())).isTrue();
        assertThat(documents.approvedVersion(document)).contains(matter.versionId());
        assertThat(documents.currentVersion(document)).contains(edited);
    }

    @Test
    void aSupersededVersionWasApprovedAndCountsNoMore() {
        UUID document = opened(documents, Note.of("旧版", "500"));
        MatterView old = brought(documents, approvals, document, "");
        approvals.decide(old.id(), Decision.AGREE, "", old.fingerprint(), ZHOU);
        documents.draft(document, Note.of("新版", "500"), SUN);
        MatterView fresh = brought(documents, approvals, document, "更新");
        approvals.decide(fresh.id(), Decision.AGREE, "", fresh.fingerprint(), ZHOU);

        documents.supersede(old.versionId(), fresh.versionId());
        documents.supersede(old.versionId(), fresh.versionId());

        assertThat(documents.versionView(old.versionId()).state()).isEqualTo(VersionState.SUPERSEDED);
        assertThat(documents.versionView(old.versionId()).approvalVoid()).isFalse();
        assertThat(documents.approvedVersion(document)).contains(fresh.versionId());
        assertThatThrownBy(() -> documents.supersede(fresh.versionId(), old.versionId()))
                .as("nothing is superseded by what came before it")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAbandonedDocumentKeepsItsDraftAndTakesNoMore() {
        UUID document = opened(documents, Note.of("放弃", "500"));

        documents.abandon(document, "活动取消", SUN);

        DocumentView view = documents.view(document);
        assertThat(view.abandoned()).isTrue();
        assertThat(view.current().state()).isEqualTo(VersionState.ABANDONED);
        Note again = Note.of("重来", "500");
        assertThatThrownBy(() -> documents.draft(document, again, SUN)).isInstanceOf(IllegalStateException.class);
        assertThat(documents.submit(document, "", SUN)).isEqualTo(new NothingToSubmit());
    }

    @Test
    void aFileBelongsToWhatIsSubmitted() {
        UUID document = documents.open(KIND, "附件", null, SUN);
        Attachment file = attachments.add(document, "方案.pdf", "application/pdf", new byte[] {1, 2, 3}, SUN);
        documents.draft(document, Note.of("附件", "500").with(file), SUN);
        assertThat(documents.submit(document, "", SUN)).isInstanceOf(Submitted.class);

        UUID other = documents.open(KIND, "别人的附件", null, SUN);
        documents.draft(other, Note.of("附件", "500").with(file), SUN);
        assertThat(documents.submit(other, "", SUN)).isEqualTo(new AttachmentDiffers("方案.pdf"));
        Attachment forged = new Attachment(file.id(), file.name(), 3, "0".repeat(64));
        UUID third = documents.open(KIND, "另一哈希", null, SUN);
        documents.draft(third, Note.of("附件", "500").with(forged), SUN);
        assertThat(documents.submit(third, "", SUN)).isEqualTo(new AttachmentDiffers("方案.pdf"));
        assertThat(attachments.read(document, file.id()))
                .hasValueSatisfying(read -> assertThat(read.bytes()).containsExactly(1, 2, 3));
        assertThat(attachments.read(other, file.id())).isEmpty();
    }

    @Test
    void aCopyReadsTheFilesOfItsOriginal() {
        UUID document = documents.open(KIND, "附件", null, SUN);
        Attachment file = attachments.add(document, "方案.pdf", "application/pdf", new byte[] {1}, SUN);
        documents.draft(document, Note.of("附件", "500").with(file), SUN);

        UUID copy = documents.copy(document, "附件副本", SUN);

        assertThat(attachments.read(copy, file.id())).isPresent();
        assertThat(documents.submit(copy, "", SUN)).isInstanceOf(Submitted.class);
    }

    @Test
    void documentsAreListedByKindForThoseWhoMayReadThem() {
        UUID document = opened(documents, Note.of("在列", "500"));

        assertThat(documents.readableBy(Set.of("marketing"))).contains(KIND);
        assertThat(documents.readableBy(Set.of("finance"))).doesNotContain(KIND);
        assertThat(documents.list(Set.of(KIND)))
                .filteredOn(line -> line.id().equals(document))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.title()).isEqualTo("暖场便笺");
                    assertThat(line.version()).isEqualTo(1);
                    assertThat(line.state()).isEqualTo(VersionState.DRAFT);
                });
        documents.retitle(document, "改名");
        assertThat(documents.view(document).title()).isEqualTo("改名");
        assertThat(documents.subject(documents.currentVersion(document).orElseThrow()))
                .isEqualTo("便笺 %s 第 1 版".formatted(documents.view(document).no()));
    }

    private UUID returnedOnce(Note note, String reason) {
        UUID document = opened(documents, note);
        MatterView matter = brought(documents, approvals, document, "");
        approvals.decide(matter.id(), Decision.RETURN, reason, matter.fingerprint(), ZHOU);
        return document;
    }
}
