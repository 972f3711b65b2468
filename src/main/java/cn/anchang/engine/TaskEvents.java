package cn.anchang.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Says aloud into whose hands each task comes, when it is over and who completed it, of whichever process, without the models saying so.
 * What a timer or the system ends is nobody's deed.
 */
class TaskEvents extends AbstractBpmnParseListener implements TaskListener {

    private final ApplicationEventPublisher events;
    private final List<String> shown;

    TaskEvents(ApplicationEventPublisher events, List<String> shown) {
        this.events = events;
        this.shown = shown;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(EVENTNAME_ASSIGNMENT, this);
        task.addBuiltInTaskListener(EVENTNAME_COMPLETE, this);
        task.addBuiltInTaskListener(EVENTNAME_DELETE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_ASSIGNMENT.equals(task.getEventName())) {
            events.publishEvent(new TaskAssigned(
                    task.getId(),
                    task.getName(),
                    task.getAssignee(),
                    shown.stream()
                            .map(task::getVariable)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .filter(text -> !text.isBlank())
                            .toList(),
                    task.getTenantId(),
                    actor(task).map(Actor::userId).orElse(null)));
            return;
        }
        events.publishEvent(new TaskEnded(task.getId()));
        String key = task.getExecution().getProcessBusinessKey();
        if (EVENTNAME_COMPLETE.equals(task.getEventName()) && key != null) {
            actor(task)
                    .ifPresent(person -> events.publishEvent(new TaskDone(
                            key,
                            ((TaskEntity) task).getProcessDefinition().getKey(),
                            task.getTaskDefinitionKey(),
                            task.getName(),
                            person.userId())));
        }
    }

    private static Optional<Actor> actor(DelegateTask task) {
        return Actor.current(task.getProcessEngineServices().getIdentityService());
    }
}
