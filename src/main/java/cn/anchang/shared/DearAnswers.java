package cn.anchang.shared;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What took long to find out is told again for a while instead of being found out once more: twenty times as long as it took, so that a
 * question costs a twentieth of the time at most, however many ask. What is found at once is never kept. Whoever asks while an answer is
 * being found out waits for it.
 */
@Component
public class DearAnswers {

    private static final long CHEAP_NANOS = Duration.ofMillis(40).toNanos();
    private static final int TIMES = 20;
    private static final int MANY = 2_000;

    private record Answer(Object value, long keptUntil) {}

    private final Map<Object, Answer> kept = new ConcurrentHashMap<>();
    private final Map<Object, Object> asking = new ConcurrentHashMap<>();
    private final long longestNanos;

    /** @param longest how old an answer may become; zero keeps none */
    public DearAnswers(@Value("${anchang.pages.dear-answers}") Duration longest) {
        this.longestNanos = longest.toNanos();
    }

    /**
     * @param question everything the answer depends on, who asks included; compared by {@code equals}
     * @param find never answers null
     */
    @SuppressWarnings("unchecked")
    public <V> V get(Object question, Supplier<V> find) {
        if (longestNanos <= 0) {
            return find.get();
        }
        Answer known = fresh(question);
        if (known != null) {
            return (V) known.value();
        }
        Object turn = asking.computeIfAbsent(question, one -> new Object());
        try {
            synchronized (turn) {
                Answer meanwhile = fresh(question);
                return (V) (meanwhile == null ? found(question, find) : meanwhile.value());
            }
        } finally {
            asking.remove(question, turn);
        }
    }

    private Answer fresh(Object question) {
        Answer answer = kept.get(question);
        return answer == null || answer.keptUntil() - System.nanoTime() < 0 ? null : answer;
    }

    private <V> V found(Object question, Supplier<V> find) {
        long begun = System.nanoTime();
        V value = find.get();
        long now = System.nanoTime();
        if (now - begun >= CHEAP_NANOS) {
            if (kept.size() >= MANY) {
                kept.values().removeIf(answer -> answer.keptUntil() - now < 0);
            }
            kept.put(question, new Answer(value, now + Math.min(longestNanos, TIMES * (now - begun))));
        }
        return value;
    }
}
