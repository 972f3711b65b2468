package cn.anchang.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type, declared once by the handler that writes it. Written to the case, never to the task alone, so
 * that gateways and timers see it.
 */
public final class Variable<T> {

    private final String name;
    private final Class<T> type;
    private final Function<T, Object> kept;
    private final Function<Object, T> read;

    private Variable(String name, Class<T> type, Function<T, Object> kept, Function<Object, T> read) {
        this.name = name;
        this.type = type;
        this.kept = kept;
        this.read = read;
    }

    /** An answer for a gateway: yes or no. */
    public static Variable<Boolean> flag(String name) {
        return plain(name, Boolean.class);
    }

    public static Variable<String> text(String name) {
        return plain(name, String.class);
    }

    public static Variable<Integer> number(String name) {
        return plain(name, Integer.class);
    }

    /** A moment a timer waits for; kept as the engine's own date. */
    public static Variable<Instant> moment(String name) {
        return new Variable<>(name, Instant.class, Date::from, value -> ((Date) value).toInstant());
    }

    /** An outcome word for a gateway with more than two ways; kept as the constant's name. */
    public static <E extends Enum<E>> Variable<E> word(String name, Class<E> type) {
        return new Variable<>(name, type, Enum::name, value -> Enum.valueOf(type, (String) value));
    }

    private static <T> Variable<T> plain(String name, Class<T> type) {
        return new Variable<>(name, type, value -> value, type::cast);
    }

    public String name() {
        return name;
    }

    public void set(VariableScope scope, T value) {
        ofTheCase(scope).setVariable(name, value == null ? null : kept.apply(value));
    }

    /** In this scope alone: for one of several instances of the same step. */
    public void setHere(VariableScope scope, T value) {
        scope.setVariableLocal(name, value == null ? null : kept.apply(value));
    }

    /** For several variables that are written at once, where no scope is at hand. */
    public void put(Map<String, Object> variables, T value) {
        variables.put(name, value == null ? null : kept.apply(value));
    }

    public void clear(VariableScope scope) {
        set(scope, null);
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(ofTheCase(scope).getVariable(name)).map(read);
    }

    /** @throws IllegalStateException when nobody has written it yet */
    public T get(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException(
                        "Variable %s (%s) has no value".formatted(name, type.getSimpleName())));
    }

    private static VariableScope ofTheCase(VariableScope scope) {
        return scope instanceof DelegateTask task && task.getExecution() != null ? task.getExecution() : scope;
    }

    @Override
    public String toString() {
        return name;
    }
}
