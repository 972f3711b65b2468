package cn.anchang.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.shared.Period;
import cn.anchang.testing.DatabaseTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a stage summary promises, said a second time by the database. */
@DatabaseTest
class StageSummaryDatabaseTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final Period NOVEMBER = new Period(FIRST, LocalDate.of(2026, 11, 30));

    @Autowired
    StageSummaryRows summaries;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private final UUID project = UUID.randomUUID();

    @Test
    void theSameDaysAreSummedUpOnceUnlessTheyWereRejected() {
        StageSummary first = summaries.saveAndFlush(summary(NOVEMBER));
        assertThatThrownBy(() -> summaries.saveAndFlush(summary(NOVEMBER)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(summaries.about(project, NOVEMBER.from(), NOVEMBER.to()))
                .map(StageSummary::id)
                .contains(first.id());

        first = summaries.findById(first.id()).orElseThrow();
        first.submitted();
        first.rejected();
        summaries.saveAndFlush(first);
        assertThat(summaries.about(project, NOVEMBER.from(), NOVEMBER.to())).isEmpty();
        StageSummary second = summaries.saveAndFlush(summary(NOVEMBER));

        assertThat(summaries.about(project, NOVEMBER.from(), NOVEMBER.to()))
                .map(StageSummary::id)
                .contains(second.id());
        summaries.saveAndFlush(summary(new Period(FIRST, FIRST)));
    }

    @Test
    void theDecisionAndItsChoicesComeBackAsTheyWere() {
        StageSummary decided = summary(NOVEMBER);
        decided.submitted();
        decided.approved();
        decided.planIsRevised(List.of("r2", "r1"), "渠道要换", "zhou.kai", clock.instant());
        decided.ledTo(UUID.randomUUID());
        summaries.saveAndFlush(decided);

        StageSummary read = summaries.findByDocumentId(decided.documentId()).orElseThrow();
        assertThat(read.chosen()).containsExactly("r2", "r1");
        assertThat(read.revise()).isTrue();
        assertThat(read.revisionId()).isEqualTo(decided.revisionId());
        assertThat(read.period()).isEqualTo(NOVEMBER);
        assertThat(read.decidedAt()).isEqualTo(clock.instant());
    }

    @Test
    void noRowSaysRevisedWithoutADecision() {
        StageSummary summary = summaries.saveAndFlush(summary(NOVEMBER));
        for (String wrong : List.of(
                "state = 'REVISED'",
                "revise = true",
                "decided_by = 'zhou.kai'",
                "revision_id = gen_random_uuid(), revise = false, decided_by = 'x', decided_at = now(), state = 'STANDS'",
                "to_day = from_day - 1",
                "state = 'DONE'")) {
            assertThatThrownBy(() ->
                            jdbc.update("update sales.stage_summaries set " + wrong + " where id = ?", summary.id()))
                    .as(wrong)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private StageSummary summary(Period period) {
        return new StageSummary(
                UUID.randomUUID(),
                "ZJ-" + UUID.randomUUID(),
                "营销总结",
                project,
                "云栖花园",
                null,
                period,
                null,
                clock.instant());
    }
}
