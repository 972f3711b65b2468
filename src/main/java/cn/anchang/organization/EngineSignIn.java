package cn.anchang.organization;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Lets in whom the engine's identity service knows by this password; it also slows down whoever keeps guessing. Keeps no groups
 * in the session: what a person may do is asked of {@link Staff} each time. The one such bean, so that nothing else lets anybody in.
 */
@Component
class EngineSignIn implements AuthenticationProvider {

    private final IdentityService identity;

    EngineSignIn(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String userId = asked.getName() == null ? "" : asked.getName().strip();
        Object password = asked.getCredentials();
        identity.clearAuthentication();
        if (userId.isEmpty() || password == null || !identity.checkPassword(userId, password.toString())) {
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
