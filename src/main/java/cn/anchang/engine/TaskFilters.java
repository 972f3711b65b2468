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
    private static final String SOON = "${dateTime().plusDays(3)}";

    /** Every expression a stored filter may contain. */
    static final Set<String> EXPRESSIONS = Set.of(
            "taskAssignee=" + ME,
            "taskCandidateGroupIn=" + MY_GROUPS,
            "dueAfter=" + NOW,
            "dueBefore=" + NOW,
            "dueBefore=" + SOON);

    private static final Map<String, UnaryOperator<TaskQuery>> FILTERS = filters();

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

    private static Map<String, UnaryOperator<TaskQuery>> filters() {
        Map<String, UnaryOperator<TaskQuery>> filters = new LinkedHashMap<>();
        filters.put("mine", tasks -> tasks.taskAssigneeExpression(ME));
        filters.put(
                "department",
                tasks -> tasks.taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned());
        filters.put("dueSoon", tasks -> tasks.dueAfterExpression(NOW).dueBeforeExpression(SOON));
        filters.put("overdue", tasks -> tasks.dueBeforeExpression(NOW));
        filters.put("all", tasks -> tasks);
        return filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lock.whileAlone("task filters", () -> {
            int place = 0;
            for (String filter : FILTERS.keySet()) {
                make(filter, place++);
            }
        });
    }

    private void make(String key, int place) {
        String name = sentences.text("filter." + key);
        Filter known = filters.createFilterQuery().filterName(name).list().stream()
                .filter(filter -> filter.getOwner() == null)
                .findFirst()
                .orElseGet(() -> filters.newTaskFilter(name));
        known.setQuery(FILTERS.get(key).apply(new TaskQueryImpl()));
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
        properties.put("description", sentences.text("filter." + key + ".description"));
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", columns);
        return properties;
    }
}
