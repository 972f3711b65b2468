package cn.anchang.organization;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whose click is being carried out, for records of who did what: the engine's person, else the one signed in to the page. */
@Component
public class SignedIn {

    private final ObjectProvider<IdentityService> identity;

    SignedIn(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    /** Empty for a timer. */
    public Optional<String> userId() {
        return Optional.ofNullable(identity.getIfAvailable())
                .map(IdentityService::getCurrentAuthentication)
                .map(org.camunda.bpm.engine.impl.identity.Authentication::getUserId)
                .or(SignedIn::ofThePage);
    }

    private static Optional<String> ofThePage() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null || person instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(person.getName());
    }
}
