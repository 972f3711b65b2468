package cn.anchang.engine;

import cn.anchang.shared.Refusals;
import cn.anchang.shared.Refused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Lets a refusal out of the engine as it was said by the desk, not wrapped into the engine's own words. For a person's click a lost
 * race is a refusal too; a job sees the engine's exception and is simply tried again.
 */
class RefusalInterceptor extends CommandInterceptor {

    private final Refusals refusals;
    private final ObjectProvider<IdentityService> identity;

    RefusalInterceptor(Refusals refusals, ObjectProvider<IdentityService> identity) {
        this.refusals = refusals;
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            throw asSaid(e);
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

    private boolean aPersonIsWaiting() {
        return Actor.current(identity.getObject()).isPresent();
    }
}
