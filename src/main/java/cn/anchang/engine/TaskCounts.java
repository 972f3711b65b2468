package cn.anchang.engine;

import cn.anchang.shared.DearAnswers;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** How many tasks the person signed in finds behind each ready filter of Tasklist. */
@Component
public class TaskCounts {

    /** @param description what the filter shows, in one sentence */
    public record TaskCount(String filterId, String name, String description, long tasks) {}

    /** Groups and sites too: whoever is let in or taken out finds other tasks at once. */
    private record Asked(String userId, List<String> groups, List<String> tenants) {}

    private final FilterService filters;
    private final IdentityService identity;
    private final DearAnswers answers;

    TaskCounts(FilterService filters, IdentityService identity, DearAnswers answers) {
        this.filters = filters;
        this.identity = identity;
        this.answers = answers;
    }

    /** One count a filter, in Tasklist's own order. Each is a query of the engine's, so ask once a page and not in a loop. */
    public List<TaskCount> ofPersonSignedIn() {
        Authentication person = identity.getCurrentAuthentication();
        return person == null
                ? found()
                : answers.get(new Asked(person.getUserId(), person.getGroupIds(), person.getTenantIds()), this::found);
    }

    private List<TaskCount> found() {
        return filters.createFilterQuery().list().stream()
                .filter(filter -> filter.getOwner() == null)
                .sorted(Comparator.comparingInt(TaskCounts::place))
                .map(filter -> new TaskCount(
                        filter.getId(), filter.getName(), description(filter), filters.count(filter.getId())))
                .toList();
    }

    private static int place(Filter filter) {
        return filter.getProperties().get("priority") instanceof Number place ? place.intValue() : Integer.MAX_VALUE;
    }

    private static String description(Filter filter) {
        return filter.getProperties().get("description") instanceof String text ? text : "";
    }
}
