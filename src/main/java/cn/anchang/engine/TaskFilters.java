package cn.anchang.engine;

import cn.anchang.shared.ClusterLock;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The ready filters of Tasklist, made anew at each start, so that what they ask stands here and nowhere else. They alone may use
 * expressions.
 */
@Component
class TaskFilters implements SmartInitializingSingleton {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";

    private final FilterService filters;
    private final TaskRules rules;
    private final Sentences sentences;
    private final ClusterLock lock;

    TaskFilters(FilterService filters, TaskRules rules, Sentences sentences, ClusterLock lock) {
        this.filters = filters;
        this.rules = rules;
        this.sentences = sentences;
        this.lock = lock;
    }

    /** Every expression a stored filter may contain. */
    static Set<String> expressions(TaskRules rules) {
        return Set.of(
                "taskAssignee=" + ME,
                "taskCandidateGroupIn=" + MY_GROUPS,
                "dueAfter=" + NOW,
                "dueBefore=" + NOW,
                "dueBefore=" + soon(rules));
    }

    private static String soon(TaskRules rules) {
        return "${dateTime().plusDays(%d)}".formatted(rules.dueSoonDays());
    }

    private Map<String, UnaryOperator<TaskQuery>> made() {
        Map<String, UnaryOperator<TaskQuery>> filters = new LinkedHashMap<>();
        filters.put("mine", tasks -> tasks.taskAssigneeExpression(ME));
        filters.put(
                "department",
                tasks -> tasks.taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned());
        filters.put("dueSoon", tasks -> tasks.dueAfterExpression(NOW).dueBeforeExpression(soon(rules)));
        filters.put("overdue", tasks -> tasks.dueBeforeExpression(NOW));
        filters.put("all", tasks -> tasks);
        return filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lock.whileAlone("task filters", () -> {
            int place = 0;
            for (Map.Entry<String, UnaryOperator<TaskQuery>> filter : made().entrySet()) {
                make(filter.getKey(), filter.getValue(), place++);
            }
        });
    }

    private void make(String key, UnaryOperator<TaskQuery> asks, int place) {
        String name = sentences.text("filter." + key);
        Filter known = filters.createFilterQuery().filterName(name).list().stream()
                .filter(filter -> filter.getOwner() == null)
                .findFirst()
                .orElseGet(() -> filters.newTaskFilter(name));
        known.setQuery(asks.apply(new TaskQueryImpl()));
        known.setProperties(properties(key, place));
        filters.saveFilter(known);
    }

    private Map<String, Object> properties(String key, int place) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (String variable : rules.shown()) {
            columns.add(Map.of("name", variable, "label", sentences.text("shown." + variable)));
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("priority", place * 10);
        properties.put("description", sentences.text("filter." + key + ".description", rules.dueSoonDays()));
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", columns);
        return properties;
    }
}
