package cn.anchang.organization;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Lets in whom the engine's identity service knows by this password; it also slows down whoever keeps guessing. Groups become
 * authorities {@code ROLE_<group>}. The one such bean, so that nothing else lets anybody in.
 */
@Component
class EngineSignIn implements AuthenticationProvider {

    private final IdentityService identity;
    private final Staff staff;

    EngineSignIn(IdentityService identity, Staff staff) {
        this.identity = identity;
        this.staff = staff;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String userId = asked.getName() == null ? "" : asked.getName().strip();
        Object password = asked.getCredentials();
        identity.clearAuthentication();
        if (userId.isEmpty() || password == null || !identity.checkPassword(userId, password.toString())) {
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        List<SimpleGrantedAuthority> roles = staff.groupsOf(userId).stream()
                .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, roles);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
