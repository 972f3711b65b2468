package cn.anchang.engine;

import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How tasks are shown and to whom.
 *
 * @param personal groups whose assigned tasks are for the assignee alone, each with the group that may read and reassign them
 * @param shown the variables a task list shows beside each task
 * @param dueSoonDays how far the filter 即将到期 looks ahead
 */
@ConfigurationProperties("anchang.tasks")
@Validated
record TaskRules(
        Map<String, String> personal,
        List<String> shown,
        @Positive int dueSoonDays) {

    TaskRules {
        personal = personal == null ? Map.of() : Map.copyOf(personal);
        shown = shown == null ? List.of() : List.copyOf(shown);
    }
}
