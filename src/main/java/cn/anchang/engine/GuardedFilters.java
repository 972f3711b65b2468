package cn.anchang.engine;

import cn.anchang.shared.Refusals;
import java.util.Set;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;

/**
 * Stored filters hold only the expressions of the filters the system itself makes ({@link TaskFilters}). Nobody signed in stores any,
 * and a filter that came into the database another way is not run.
 */
class GuardedFilters extends FilterManager {

    private final Refusals refusals;
    private final Set<String> known;

    private GuardedFilters(Refusals refusals, Set<String> known) {
        this.refusals = refusals;
        this.known = known;
    }

    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        if (getCurrentAuthentication() != null
                && !QueryExpressions.of(filter.getQuery()).isEmpty()) {
            throw refusals.refused(new NoExpressions());
        }
        return super.insertOrUpdateFilter(onlyKnown(filter));
    }

    @Override
    public FilterEntity findFilterById(String filterId) {
        FilterEntity filter = super.findFilterById(filterId);
        return filter == null ? null : onlyKnown(filter);
    }

    private <F extends Filter> F onlyKnown(F filter) {
        if (!known.containsAll(QueryExpressions.of(filter.getQuery()))) {
            throw refusals.refused(new NoExpressions());
        }
        return filter;
    }

    /**
     * Takes the place of the engine's own.
     *
     * @param known the expressions that a stored filter may contain
     */
    record Factory(Refusals refusals, Set<String> known) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return FilterManager.class;
        }

        @Override
        public Session openSession() {
            return new GuardedFilters(refusals, known);
        }
    }
}
