package cn.anchang.customer;

import jakarta.validation.constraints.NotEmpty;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** A customer of a grade is spoken with again within so many days (R25); one without a grade within the longest of them. */
@ConfigurationProperties("anchang.rules.follow-up")
@Validated
public record FollowUpRhythm(@NotEmpty Map<Grade, Integer> withinDays) {

    public int days(Grade grade) {
        int longest =
                withinDays.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return grade == null ? longest : withinDays.getOrDefault(grade, longest);
    }
}
