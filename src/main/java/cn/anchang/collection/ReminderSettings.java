package cn.anchang.collection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When buyers are reminded (R16, R17), and what the letters say of us.
 *
 * @param levels days from the due date, before it negative
 * @param arrearsFrom days after the due date from which a person takes over
 * @param at when the daily run begins, in the site's time zone
 * @param windowFrom from when letters may leave
 * @param windowUntil until when, exclusive
 * @param page how many instalments one transaction looks at
 * @param phone where a buyer can call
 */
@ConfigurationProperties("anchang.reminders")
@Validated
public record ReminderSettings(
        @NotEmpty List<@NotNull Integer> levels,
        @Positive int arrearsFrom,
        @NotNull LocalTime at,
        @NotNull LocalTime windowFrom,
        @NotNull LocalTime windowUntil,
        @Min(1) @Max(2000) int page,
        @NotBlank String phone,
        @NotNull @Valid PayTo payTo) {

    /** The account instalments are paid to. */
    public record PayTo(
            @NotBlank String name,
            @NotBlank String bank,
            @NotBlank String account) {}

    public ReminderSettings {
        levels = levels == null ? List.of() : levels.stream().sorted().toList();
    }

    @AssertTrue(message = "levels lie before arrears-from")
    boolean isEachLevelBeforeArrears() {
        return levels.stream().allMatch(level -> level < arrearsFrom);
    }

    @AssertTrue(message = "window-from lies before window-until")
    boolean isWindowOpenAtAll() {
        return windowFrom.isBefore(windowUntil);
    }

    /** The latest level that has come so many days after the due date; none before the first and once arrears begin. */
    OptionalInt levelAt(long days) {
        return days >= arrearsFrom
                ? OptionalInt.empty()
                : levels.stream()
                        .mapToInt(Integer::intValue)
                        .filter(level -> level <= days)
                        .max();
    }

    int firstLevel() {
        return levels.get(0);
    }
}
