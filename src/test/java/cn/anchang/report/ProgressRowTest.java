package cn.anchang.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.customer.Grade;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.Stage;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bar of a whole sale shows what its risk says: late with the first overdue stage, planned until the last. */
class ProgressRowTest {

    private static final LocalDate OPENED = LocalDate.of(2026, 3, 1);

    private static ProgressRow row(LocalDate closedOn, Map<Stage, StageDates> stages) {
        return new ProgressRow(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "XS-2026-000001",
                "王一明",
                "138****0000",
                "chen.xiao",
                Grade.A,
                "云栖花园",
                "1号楼",
                "1-301",
                CaseState.CONTRACTED,
                OPENED,
                closedOn,
                Risk.LATE,
                new EnumMap<>(stages));
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }

    @Test
    void overdueInOneStageItShowsTheOverrunThoughTheLastIsPlannedForMonthsAhead() {
        Bar bar = row(
                        null,
                        Map.of(
                                Stage.CONTRACT, new StageDates(march(1), march(5), march(1), march(5)),
                                Stage.FILING, new StageDates(march(5), march(10), march(5), null),
                                Stage.HANDOVER, new StageDates(march(10), march(30), null, null)))
                .whole(march(20));

        assertThat(bar).isEqualTo(new Bar(OPENED, 10, 10, 10));
    }

    @Test
    void onTimeItHasNoOverrun() {
        Bar bar = row(
                        null,
                        Map.of(
                                Stage.FILING, new StageDates(march(5), march(10), march(5), null),
                                Stage.HANDOVER, new StageDates(march(10), march(30), null, null)))
                .whole(march(8));

        assertThat(bar).isEqualTo(new Bar(OPENED, 8, 0, 22));
    }

    @Test
    void overItIsMeasuredByItsLastPlan() {
        Bar bar = row(march(25), Map.of(Stage.FILING, new StageDates(march(5), march(20), march(5), march(25))))
                .whole(march(31));

        assertThat(bar).isEqualTo(new Bar(OPENED, 20, 5, 0));
    }
}
