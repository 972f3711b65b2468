package cn.anchang.engine;

import cn.anchang.shared.Refusals;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A person moves a step by its form and by nothing else: one transient Json variable, no variable of the process, no business key of
 * their choosing, no start in the middle, no error thrown by hand. Otherwise the engine's API would be a back door round the desks.
 */
class OnlyByFormInterceptor extends CommandInterceptor {

    private final Refusals refusals;
    private final ObjectProvider<IdentityService> identity;

    OnlyByFormInterceptor(Refusals refusals, ObjectProvider<IdentityService> identity) {
        this.refusals = refusals;
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean askedForFromOutside = Context.getCommandContext() == null;
        if (askedForFromOutside
                && bypassesTheForm(command)
                && Actor.current(identity.getObject()).isPresent()) {
            throw refusals.refused(new OnlyByForm());
        }
        return next.execute(command);
    }

    private static boolean bypassesTheForm(Command<?> command) {
        if (command instanceof SubmitTaskFormCmd) {
            return !isOneForm(field(command, "properties"));
        } else if (command instanceof ResolveTaskCmd
                || command instanceof DelegateTaskCmd
                || command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd
                || command instanceof StartProcessInstanceAtActivitiesCmd) {
            return true;
        } else if (command instanceof CompleteTaskCmd) {
            return !isOneForm(field(command, "variables"));
        } else if (command instanceof SubmitStartFormCmd) {
            return field(command, "businessKey") != null || !isOneForm(field(command, "variables"));
        } else if (command instanceof StartProcessInstanceCmd) {
            ProcessInstantiationBuilderImpl start =
                    (ProcessInstantiationBuilderImpl) field(command, "instantiationBuilder");
            return start.getBusinessKey() != null || !isOneForm(start.getVariables());
        }
        return false;
    }

    private static boolean isOneForm(Object handedIn) {
        if (handedIn == null || handedIn instanceof Map<?, ?> variables && variables.isEmpty()) {
            return true;
        }
        if (handedIn instanceof VariableMap variables && variables.size() == 1) {
            TypedValue form = variables.getValueTyped(Forms.FORM);
            return form != null && form.isTransient();
        }
        return handedIn instanceof Map<?, ?> variables
                && variables.size() == 1
                && variables.get(Forms.FORM) instanceof TypedValue form
                && form.isTransient();
    }

    private static Object field(Command<?> command, String name) {
        return new DirectFieldAccessor(command).getPropertyValue(name);
    }
}
