package cn.anchang.notice;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When people are told.
 *
 * @param dueSoon how long before its day a task is near; for a task given less time than twice that, half of its time
 * @param holdSoon likewise for a unit that is kept
 * @param letterPause at most one letter a person in this time: what comes meanwhile goes together with the next
 * @param keep how long what was read stays
 */
@ConfigurationProperties("anchang.notices")
@Validated
record NoticeSettings(
        @NotNull @DurationMin(minutes = 1) Duration dueSoon,
        @NotNull @DurationMin(minutes = 1) Duration holdSoon,
        @NotNull Duration letterPause,
        @NotNull @DurationMin(days = 7) Duration keep) {}
