package cn.anchang.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTest {

    private static final KpiSettings LIMITS = new KpiSettings(new BigDecimal("0.90"), new BigDecimal("0.80"));

    @ParameterizedTest
    @CsvSource({
        "45,   100, 0.5, GREEN", // exactly nine tenths of what the time asks for
        "44.99,100, 0.5, AMBER",
        "40,   100, 0.5, AMBER",
        "39.99,100, 0.5, RED",
        "0,    100, 0,   GREEN", // a month that has not begun is not behind
        "0,    0,   1,   GREEN", // nothing asked for, nothing missing
        "5,    ,    0.5, NONE",
    })
    void aNumberIsBehindByAttainmentOverTime(BigDecimal month, BigDecimal target, BigDecimal elapsed, Light light) {
        assertThat(Attainment.light(month, target, elapsed, LIMITS)).isEqualTo(light);
    }

    @ParameterizedTest
    @CsvSource({"999, 1000, 99", "1000, 1000, 100", "1501, 1000, 150", "0, 7, 0"})
    void almostDoneIsNotShownAsDone(BigDecimal month, BigDecimal target, int percent) {
        assertThat(of(month, target).percent()).contains(percent);
    }

    @Test
    void withoutATargetThereIsNoShare() {
        assertThat(of(BigDecimal.TEN, null).percent()).isEmpty();
        assertThat(of(BigDecimal.TEN, BigDecimal.ZERO).percent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11, 2026-11-15, 0.5000",
        "2026-11, 2026-11-30, 1.0000",
        "2026-11, 2026-12-01, 1",
        "2026-11, 2026-10-31, 0",
        "2028-02, 2028-02-01, 0.0345",
    })
    void todayCountsAsPassed(YearMonth month, LocalDate today, BigDecimal share) {
        assertThat(SiteNumbers.elapsed(month, today)).isEqualByComparingTo(share);
    }

    @Test
    void redAboveAmberIsRefused() {
        assertThatThrownBy(() -> new KpiSettings(new BigDecimal("0.8"), new BigDecimal("0.9")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Attainment of(BigDecimal month, BigDecimal target) {
        return new Attainment(Metric.VISITS, BigDecimal.ZERO, month, target, BigDecimal.ONE, Light.NONE);
    }
}
