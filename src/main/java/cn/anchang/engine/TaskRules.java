package cn.anchang.engine;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How tasks are shown and to whom.
 *
 * @param personal groups whose assigned tasks are for the assignee alone, each with the group that may read and reassign them
 * @param shown the variables a task list shows beside each task
 */
@ConfigurationProperties("anchang.tasks")
record TaskRules(Map<String, String> personal, List<String> shown) {

    TaskRules {
        personal = personal == null ? Map.of() : Map.copyOf(personal);
        shown = shown == null ? List.of() : List.copyOf(shown);
    }
}
