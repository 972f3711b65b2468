package cn.anchang.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Puts what a task list shows on the task itself. A variable of the case could only be shown to those who may read the whole case;
 * one of the task is seen by whoever may see the task, and by nobody else.
 */
class ShownVariables extends AbstractBpmnParseListener implements TaskListener {

    private final List<String> names;

    ShownVariables(List<String> names) {
        this.names = names;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        UserTaskActivityBehavior task = (UserTaskActivityBehavior) activity.getActivityBehavior();
        task.getTaskDefinition().addBuiltInTaskListener(EVENTNAME_CREATE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        for (String name : names) {
            Object value = task.getExecution().getVariable(name);
            if (value != null) {
                task.setVariableLocal(name, value);
            }
        }
    }
}
