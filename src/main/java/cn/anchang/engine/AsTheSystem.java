package cn.anchang.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Asks or tells the engine without the rights of the person signed in: a desk has decided already who may. */
@Component
public class AsTheSystem {

    private final IdentityService identity;

    public AsTheSystem(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T get(Supplier<T> question) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (person != null) {
                identity.setAuthentication(person);
            }
        }
    }

    public void run(Runnable act) {
        get(() -> {
            act.run();
            return null;
        });
    }
}
