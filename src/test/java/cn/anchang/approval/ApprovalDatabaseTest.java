package cn.anchang.approval;

import static cn.anchang.approval.ApprovalFixture.SUN;
import static cn.anchang.approval.ApprovalFixture.ZHOU;
import static cn.anchang.approval.ApprovalFixture.brought;
import static cn.anchang.approval.ApprovalFixture.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.testing.DatabaseTest;
import cn.anchang.testing.TestNotes.Note;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What approvals promise, said a second time by the database: past the code, by hand, it cannot be broken either. */
@DatabaseTest
@Import(ApprovalFixture.class)
class ApprovalDatabaseTest {

    private static final Note NOTE = Note.of("小额", "500");

    @Autowired
    Documents documents;

    @Autowired
    Approvals approvals;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcTemplate jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content = '{}'",
                "fingerprint = repeat('0', 64)",
                "changed = '另有说法'",
                "submitted_by = 'li.na'",
                "submitted_at = now()",
                "prepared_by = 'li.na'",
                "number = 7"
            })
    void aSubmittedVersionSaysWhatItSaid(String set) {
        MatterView matter = brought(documents, approvals, NOTE);
        refused("update sales.document_versions set " + set + " where id = ?", matter.versionId());
        agree(matter);
        refused("update sales.document_versions set " + set + " where id = ?", matter.versionId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "SUBMITTED", "RETURNED", "REJECTED", "WITHDRAWN", "ABANDONED"})
    void anApprovedVersionIsSupersededOrStays(String state) {
        MatterView matter = brought(documents, approvals, NOTE);
        agree(matter);
        refused("update sales.document_versions set state = '" + state + "' where id = ?", matter.versionId());
    }

    @Test
    void aReturnedVersionIsNotApprovedAfterwards() {
        MatterView matter = brought(documents, approvals, NOTE);
        approvals.decide(matter.id(), Decision.RETURN, "请改", matter.fingerprint(), ZHOU);
        refused("update sales.document_versions set state = 'APPROVED' where id = ?", matter.versionId());
        refused("delete from sales.document_versions where id = ?", matter.versionId());
    }

    @Test
    void aDraftMayStillBeRewritten() {
        UUID document = opened(documents, NOTE);
        assertThatCode(() -> jdbc.update(
                        "update sales.document_versions set content = content || ' ' where document_id = ?", document))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'REJECTED', reason = '改主意'",
                "reason = '另有说法'",
                "decided_by = 'gao.wei'",
                "decided_at = now() + interval '1 day'",
                "escalated_to = 'management'"
            })
    void aDecidedMatterNeverChanges(String set) {
        MatterView matter = brought(documents, approvals, NOTE);
        agree(matter);
        refused("update sales.matters set " + set + " where id = ?", matter.id());
        refused("delete from sales.matters where id = ?", matter.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fingerprint = repeat('0', 64)", "asked_group = 'marketing'", "step_group = 'marketing'"})
    void anOpenMatterAsksWhatItAsked(String set) {
        MatterView matter = brought(documents, approvals, NOTE);
        refused("update sales.matters set " + set + " where id = ?", matter.id());
    }

    @Test
    void aNoWithoutAReasonIsNoDecision() {
        MatterView matter = brought(documents, approvals, NOTE);
        refused(
                "update sales.matters set state = 'RETURNED', decided_by = 'zhou.kai', decided_at = now() where id = ?",
                matter.id());
    }

    @Test
    void aDocumentHasOneOpenVersion() {
        UUID document = opened(documents, NOTE);
        assertThatThrownBy(() -> jdbc.update(
                        "insert into sales.document_versions (id, document_id, number, state, state_at, content,"
                                + " prepared_by, prepared_at, version) values (gen_random_uuid(), ?, 2, 'DRAFT', now(),"
                                + " '{}', 'sun.li', now(), 0)",
                        document))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aDocumentHasOneOpenMatter() {
        MatterView matter = brought(documents, approvals, NOTE);
        assertThatThrownBy(() -> jdbc.update(
                        "insert into sales.matters (id, document_id, version_id, step, kind, step_group, asked_group,"
                                + " fingerprint, state, opened_at, remind_at, due_at, version)"
                                + " select gen_random_uuid(), document_id, version_id, 1, kind, step_group, asked_group,"
                                + " fingerprint, state, opened_at, remind_at, due_at, 0 from sales.matters where id = ?",
                        matter.id()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void preparersAndStepsOfASubmittedVersionStay() {
        MatterView matter = brought(documents, approvals, NOTE);
        refused("delete from sales.version_preparers where version_id = ?", matter.versionId());
        refused("update sales.version_preparers set person = 'li.na' where version_id = ?", matter.versionId());
        refused("delete from sales.version_steps where version_id = ?", matter.versionId());
        refused("update sales.version_steps set step_group = 'marketing' where version_id = ?", matter.versionId());
    }

    @Test
    void aFileStaysAsItWasAdded() {
        UUID document = opened(documents, NOTE);
        Attachment file = attachments.add(document, "方案.pdf", "application/pdf", new byte[] {1}, SUN);
        refused("update sales.document_attachments set bytes = '\\x02' where id = ?", file.id());
        refused("delete from sales.document_attachments where id = ?", file.id());
        assertThat(attachments.read(document, file.id())).isPresent();
    }

    private void agree(MatterView matter) {
        approvals.decide(matter.id(), Decision.AGREE, "", matter.fingerprint(), ZHOU);
    }

    private void refused(String sql, UUID id) {
        assertThatThrownBy(() -> jdbc.update(sql, id)).as(sql).isInstanceOf(DataAccessException.class);
    }
}
