package cn.anchang.processes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.test.mock.Mocks;

/** Stand in for every handler of the models: they remember being asked and leave the variables a test gave them. */
final class StandIns {

    private final Map<String, Map<String, Object>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    /** Registers one stand-in for each real handler, so that a bean without a class fails here too. */
    StandIns() {
        Handlers.beans().forEach(bean -> Mocks.register(bean, new StandIn(bean)));
    }

    /** What the handler leaves behind from now on. */
    void answer(String bean, Map<String, Object> variables) {
        if (!Handlers.beans().contains(bean)) {
            throw new IllegalArgumentException("no handler " + bean);
        }
        answers.put(bean, variables);
    }

    /** The handlers in the order they were asked. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private final class StandIn implements JavaDelegate, TaskListener, ExecutionListener {

        private final String bean;

        private StandIn(String bean) {
            this.bean = bean;
        }

        @Override
        public void execute(DelegateExecution execution) {
            asked.add(bean);
            execution.setVariables(answers.getOrDefault(bean, Map.of()));
        }

        @Override
        public void notify(DelegateTask task) {
            execute(task.getExecution());
        }

        @Override
        public void notify(DelegateExecution execution) {
            execute(execution);
        }
    }
}
