package cn.anchang.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.springframework.stereotype.Component;

/** Hears which rules of a table matched: the engine's answer names only what they say. */
@Component
class SpokenRules implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<List<String>> heard = ThreadLocal.withInitial(List::of);

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        heard.set(event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .toList());
    }

    record Answer<T>(T result, List<String> rules) {}

    /** Asks, and keeps the rules that matched meanwhile. */
    <T> Answer<T> listen(Supplier<T> question) {
        heard.remove();
        try {
            T result = question.get();
            return new Answer<>(result, heard.get());
        } finally {
            heard.remove();
        }
    }
}
