package cn.anchang.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.springframework.util.ReflectionUtils;

/** Finds every expression a query would have evaluated, in the queries nested inside it too. */
final class QueryExpressions {

    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

    private QueryExpressions() {}

    /** Each as {@code method=expression}; empty for most queries. */
    static Set<String> of(Object query) {
        Set<String> found = new LinkedHashSet<>();
        collect(query, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    private static void collect(Object part, Set<String> found, Set<Object> seen) {
        if (part instanceof Collection<?> several) {
            several.forEach(each -> collect(each, found, seen));
        } else if (part instanceof AbstractQuery<?, ?> query && seen.add(query)) {
            query.getExpressions().forEach((method, expression) -> found.add(method + "=" + expression));
            for (Field field : fieldsOf(query.getClass())) {
                collect(ReflectionUtils.getField(field, query), found, seen);
            }
        }
    }

    /** The fields that hold another query or a collection that may. */
    private static List<Field> fieldsOf(Class<?> type) {
        return FIELDS.computeIfAbsent(type, ignored -> {
            List<Field> fields = new ArrayList<>();
            ReflectionUtils.doWithFields(
                    type,
                    field -> {
                        field.setAccessible(true);
                        fields.add(field);
                    },
                    field -> !Modifier.isStatic(field.getModifiers())
                            && (AbstractQuery.class.isAssignableFrom(field.getType())
                                    || Collection.class.isAssignableFrom(field.getType())));
            return fields;
        });
    }
}
