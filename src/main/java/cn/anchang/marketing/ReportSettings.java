package cn.anchang.marketing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The rhythm of the sales reports (R26).
 *
 * @param opensAt when, each day, what has ended is opened
 * @param due when a report of each kind is due
 * @param leastTime a report opened later than this before it is due is due a day after, at the hour of its kind
 * @param escalateAfter how long after its hour a missing report is told to the 营销总监
 * @param catchUp how many past periods of each kind are opened after a time without the schedule
 * @param watchDays how long a submitted report's numbers are looked at for corrections
 */
@ConfigurationProperties("anchang.marketing.report")
@Validated
public record ReportSettings(
        @NotNull LocalTime opensAt,
        @NotNull @Valid Map<ReportKind, Due> due,
        @NotNull @DurationMin(minutes = 0) Duration leastTime,
        @NotNull @DurationMin(minutes = 1) Duration escalateAfter,
        @NotNull Map<ReportKind, Integer> catchUp,
        @Min(1) int watchDays) {

    /** @param daysAfter counted from the period's last day */
    public record Due(@Min(0) int daysAfter, @NotNull LocalTime at) {}

    public ReportSettings {
        for (ReportKind kind : ReportKind.values()) {
            if (due != null && !due.containsKey(kind) || catchUp != null && !catchUp.containsKey(kind)) {
                throw new IllegalArgumentException("anchang.marketing.report says nothing of " + kind);
            }
        }
    }
}
