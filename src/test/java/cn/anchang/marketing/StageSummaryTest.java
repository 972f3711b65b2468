package cn.anchang.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.anchang.shared.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A stage summary goes its way and no other. */
class StageSummaryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Period NOVEMBER = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    private final StageSummary summary = new StageSummary(
            UUID.randomUUID(),
            "ZJ-2026-000001",
            "云栖花园蓄客期营销总结",
            UUID.randomUUID(),
            "云栖花园",
            UUID.randomUUID(),
            NOVEMBER,
            "sun.li",
            NOW);

    @Test
    void returnedAsOftenAsItTakesItMayStillBeApproved() {
        for (int round = 0; round < 3; round++) {
            summary.submitted();
            summary.reopened();
        }
        summary.submitted();
        summary.approved();

        assertThat(summary.state()).isEqualTo(SummaryState.APPROVED);
        assertThat(summary.revise()).isNull();
    }

    @Test
    void nothingIsDecidedOnWhatIsNotApproved() {
        assertThatIllegalStateException().isThrownBy(() -> summary.planStands("无需调整", "zhou.kai", NOW));
        summary.submitted();
        assertThatIllegalStateException().isThrownBy(() -> summary.planIsRevised(List.of("a"), "采纳", "zhou.kai", NOW));
        assertThatIllegalStateException().isThrownBy(summary::submitted);
        assertThat(summary.state()).isEqualTo(SummaryState.IN_APPROVAL);
    }

    @Test
    void theDecisionKeepsWhoWhenWhyAndWhich() {
        summary.submitted();
        summary.approved();
        summary.planIsRevised(List.of("b", "a"), "渠道要换", "zhou.kai", NOW);
        UUID edition = UUID.randomUUID();
        summary.ledTo(edition);

        assertThat(summary.state()).isEqualTo(SummaryState.REVISED);
        assertThat(summary.revise()).isTrue();
        assertThat(summary.chosen()).containsExactly("b", "a");
        assertThat(summary.decidedBy()).isEqualTo("zhou.kai");
        assertThat(summary.decidedAt()).isEqualTo(NOW);
        assertThat(summary.reason()).isEqualTo("渠道要换");
        assertThat(summary.revisionId()).isEqualTo(edition);
        assertThatIllegalStateException().isThrownBy(() -> summary.planStands("改主意了", "zhou.kai", NOW));
    }

    @Test
    void aRevisionNeedsAProposalAndAStandingPlanHasNone() {
        summary.submitted();
        summary.approved();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary.planIsRevised(List.of(), "没有建议", "zhou.kai", NOW));
        summary.planStands("维持", "zhou.kai", NOW);

        assertThat(summary.state()).isEqualTo(SummaryState.STANDS);
        assertThat(summary.chosen()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> summary.ledTo(UUID.randomUUID()));
    }

    @Test
    void aRejectedSummaryIsOver() {
        summary.submitted();
        summary.rejected();
        assertThatIllegalStateException().isThrownBy(summary::submitted);
        assertThatIllegalStateException().isThrownBy(summary::approved);
    }
}
