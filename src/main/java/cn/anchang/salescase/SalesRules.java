package cn.anchang.salescase;

import cn.anchang.customer.FollowUpRhythm;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers of a sale that differ between companies and change over time.
 *
 * @param morning at what time of its day a reminder or a follow-up falls due
 * @param stageDays how many days a stage is planned for when nothing else sets its end
 */
@ConfigurationProperties("anchang.rules")
@Validated
public record SalesRules(
        @NotNull LocalTime morning,
        @Valid @NotNull FollowUpRhythm followUp,
        @Valid @NotNull AfterDeposit subscription,
        @Valid @NotNull Signing signing,
        @Valid @NotNull Filing filing,
        @Valid @NotNull Aftercare aftercare,
        @NotNull Map<Stage, Integer> stageDays) {

    /** Deposit paid and no subscription signed: remind the consultant, then the site manager takes it up. */
    public record AfterDeposit(
            @NotNull Duration remindAfter, @NotNull Duration superviseAfter) {}

    /**
     * R05 and R06.
     *
     * @param days the contract is signed within so many days of subscribing
     * @param remindFirstOnDay day after subscribing, likewise the next two
     * @param siteManagerDays most days of extension, added up, that a site manager may give
     * @param marketingDirectorDays most days that the marketing director may give
     * @param managementDays most days that 总经理 may give
     */
    public record Signing(
            @Positive int days,
            @Positive int remindFirstOnDay,
            @Positive int remindSecondOnDay,
            @Positive int overdueOnDay,
            @Min(0) int siteManagerDays,
            @Min(0) int marketingDirectorDays,
            @Min(0) @Max(365) int managementDays) {

        /** Most days, added up, that this authority may give (R06). */
        public int most(Authority authority) {
            return switch (authority) {
                case SITE_MANAGER -> siteManagerDays;
                case MARKETING_DIRECTOR -> marketingDirectorDays;
                case MANAGEMENT -> managementDays;
            };
        }
    }

    /** R13: filed within so many days of signing, warned of after so many. */
    public record Filing(@Positive int days, @Positive int warnOnDay) {}

    /** Papers within so many days of the checklist, the title within so many of the handover. */
    public record Aftercare(
            @Positive int papersDays, @Positive int titleDays) {}
}
