package cn.anchang.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;

/** Says aloud who completed which task, of whichever process. What a timer or the system ends is nobody's deed and is not told. */
class DoneTasks extends AbstractBpmnParseListener implements TaskListener {

    private final ApplicationEventPublisher events;

    DoneTasks(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        UserTaskActivityBehavior task = (UserTaskActivityBehavior) activity.getActivityBehavior();
        task.getTaskDefinition().addBuiltInTaskListener(EVENTNAME_COMPLETE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        if (key != null) {
            Actor.current(task.getProcessEngineServices().getIdentityService())
                    .ifPresent(person -> events.publishEvent(new TaskDone(
                            key,
                            ((TaskEntity) task).getProcessDefinition().getKey(),
                            task.getTaskDefinitionKey(),
                            task.getName(),
                            person.userId())));
        }
    }
}
