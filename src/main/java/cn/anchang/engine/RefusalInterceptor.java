package cn.anchang.engine;

import cn.anchang.shared.Refusals;
import cn.anchang.shared.Refused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets a refusal out of the engine as it was said by the desk, not wrapped into the engine's own words. For a person's click a lost
 * race is a refusal too; a job sees the engine's exception and is simply tried again.
 */
class RefusalInterceptor extends CommandInterceptor {

    private final Refusals refusals;
    private final ObjectProvider<IdentityService> identity;
    private final ObjectProvider<TaskService> tasks;

    RefusalInterceptor(Refusals refusals, ObjectProvider<IdentityService> identity, ObjectProvider<TaskService> tasks) {
        this.refusals = refusals;
        this.identity = identity;
        this.tasks = tasks;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean askedForFromOutside =
                Context.getCommandContext() == null && !TransactionSynchronizationManager.isActualTransactionActive();
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            RuntimeException said = asSaid(e);
            boolean unsaid = said == e && !(e instanceof Refused);
            throw unsaid && askedForFromOutside && aPersonIsWaiting() && wentMeanwhile(command)
                    ? refusals.refused(new MovedOn())
                    : said;
        }
    }

    private RuntimeException asSaid(RuntimeException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        if (!aPersonIsWaiting()) {
            return problem;
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof TaskAlreadyClaimedException) {
                return refusals.refused(new TaskTaken());
            }
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || taskIsGone(cause)) {
                return refusals.refused(new MovedOn());
            }
        }
        return problem;
    }

    /** The engine has no type of its own for it. */
    private static boolean taskIsGone(Throwable cause) {
        return cause instanceof NullValueException
                && cause.getMessage() != null
                && cause.getMessage().startsWith("Cannot find task with id");
    }

    /**
     * The task was still there when the click came. A moment later it was gone, and with it everybody's right to it and what its
     * process had written down: whatever the engine then missed, somebody was faster.
     */
    private boolean wentMeanwhile(Command<?> command) {
        return (command instanceof SubmitTaskFormCmd || command instanceof CompleteTaskCmd)
                && isNoTask((String) new DirectFieldAccessor(command).getPropertyValue("taskId"));
    }

    private boolean isNoTask(String taskId) {
        IdentityService people = identity.getObject();
        Authentication person = people.getCurrentAuthentication();
        people.clearAuthentication();
        try {
            return tasks.getObject().createTaskQuery().taskId(taskId).count() == 0;
        } finally {
            people.setAuthentication(person);
        }
    }

    private boolean aPersonIsWaiting() {
        return Actor.current(identity.getObject()).isPresent();
    }
}
