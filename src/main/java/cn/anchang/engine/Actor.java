package cn.anchang.engine;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** The person whose click the engine is carrying out. A timer has none. */
public record Actor(String userId) {

    /** @throws IllegalStateException when nobody is signed in, as in a job */
    public static Actor of(DelegateTask task) {
        return required(task.getProcessEngineServices());
    }

    /** @throws IllegalStateException when nobody is signed in, as in a job */
    public static Actor of(DelegateExecution execution) {
        return required(execution.getProcessEngineServices());
    }

    static Optional<Actor> current(IdentityService identity) {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .map(Actor::new);
    }

    private static Actor required(ProcessEngineServices services) {
        return current(services.getIdentityService())
                .orElseThrow(() -> new IllegalStateException("No person is signed in to the engine"));
    }
}
