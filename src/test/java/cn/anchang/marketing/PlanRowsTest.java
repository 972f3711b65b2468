package cn.anchang.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.testing.DatabaseTest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database itself refuses about plans, whoever writes. */
@DatabaseTest
class PlanRowsTest {

    @Autowired
    JdbcTemplate jdbc;

    private UUID project;
    private UUID document;

    @BeforeEach
    void aDocument() {
        UUID region = UUID.randomUUID();
        project = UUID.randomUUID();
        document = UUID.randomUUID();
        jdbc.update("insert into sales.regions (id, name, version) values (?, ?, 0)", region, "大区" + region);
        jdbc.update(
                "insert into sales.projects (id, region_id, name, code, city, version) values (?, ?, ?, ?, '杭州', 0)",
                project,
                region,
                "楼盘" + project,
                code());
        jdbc.update(
                "insert into sales.controlled_documents (id, kind, no, title, opened_by, opened_at, version)"
                        + " values (?, 'promotion-plan', ?, '计划', 'sun.li', now(), 0)",
                document,
                "TG-" + document.toString().substring(0, 12));
    }

    @Test
    void oneEditionOfADocumentIsInForceAndOneIsWritten() {
        plan(1, "IN_FORCE");
        plan(2, "DRAFTING");
        assertThatThrownBy(() -> plan(3, "IN_FORCE")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> plan(3, "IN_APPROVAL")).isInstanceOf(DataIntegrityViolationException.class);
        plan(3, "REJECTED");
        assertThatThrownBy(() -> plan(3, "ABANDONED")).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whatIsDoneHasItsDayAndWhatIsNotHasNone() {
        UUID plan = plan(1, "IN_FORCE");
        item(plan, "SHOW_FLAT", "s1", 0, "OPEN", null, null);
        item(plan, "SHOW_FLAT", "s2", 1, "DONE", "完成", "2026-12-01");
        assertThatThrownBy(() -> item(plan, "SHOW_FLAT", "s3", 2, "DONE", "完成", null))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> item(plan, "SHOW_FLAT", "s3", 2, "OPEN", null, "2026-12-01"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> item(plan, "SHOW_FLAT", "s3", 1, "OPEN", null, null))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(jdbc.queryForObject("select count(*) from sales.plan_items where plan_id = ?", Integer.class, plan))
                .isEqualTo(2);
    }

    @Test
    void aFileNumberIsGivenOnce() {
        String fileNo = "DA-" + UUID.randomUUID();
        item(plan(1, "SUPERSEDED"), "FILING", "filing", 0, "DONE", fileNo, "2026-12-01");
        UUID second = plan(2, "IN_FORCE");
        assertThatThrownBy(() -> item(second, "FILING", "filing", 0, "DONE", fileNo, "2026-12-02"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aScoreLiesBetweenOneAndFive() {
        UUID plan = plan(1, "IN_FORCE");
        score(plan, "quality", 1);
        score(plan, "price", 5);
        assertThatThrownBy(() -> score(plan, "effect", 0)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> score(plan, "effect", 6)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> score(plan, "price", 3)).isInstanceOf(DataIntegrityViolationException.class);
    }

    private UUID plan(int edition, String state) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into sales.promotion_plans (id, version, document_id, document_no, edition, version_number,"
                        + " project_id, state, opened_by, opened_at) values (?, 0, ?, 'TG', ?, 1, ?, ?, 'sun.li', now())",
                id,
                document,
                edition,
                project,
                state);
        return id;
    }

    private void item(UUID plan, String kind, String key, int turn, String state, String result, String doneOn) {
        jdbc.update(
                "insert into sales.plan_items (id, version, plan_id, kind, item_key, turn, title, state, result, done_on)"
                        + " values (?, 0, ?, ?, ?, ?, '事项', ?, ?, cast(? as date))",
                UUID.randomUUID(),
                plan,
                kind,
                key,
                turn,
                state,
                result,
                doneOn);
    }

    private void score(UUID plan, String criterion, int score) {
        jdbc.update(
                "insert into sales.supplier_scores (id, version, plan_id, supplier_key, supplier, criterion,"
                        + " criterion_title, score, reason, scored_by, scored_at)"
                        + " values (?, 0, ?, 'v1', '蓝海', ?, '标准', ?, '依据', 'sun.li', now())",
                UUID.randomUUID(),
                plan,
                criterion,
                score);
    }

    private static String code() {
        StringBuilder letters = new StringBuilder();
        ThreadLocalRandom.current().ints(6, 'A', 'Z' + 1).forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }
}
