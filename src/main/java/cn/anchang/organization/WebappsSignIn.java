package cn.anchang.organization;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** In the webapps a person is who they are on our pages. */
class WebappsSignIn extends ContainerBasedAuthenticationFilter {

    private final Staff staff;
    private final IdentityService identity;

    WebappsSignIn(Staff staff, IdentityService identity) {
        this.staff = staff;
        this.identity = identity;
    }

    /** The webapps keep groups and sites in the session; once they are others ({@link EngineIdentity} just read them), not any more. */
    @Override
    protected boolean existisAuthentication(Authentications kept, String engine, String userId) {
        var now = identity.getCurrentAuthentication();
        return super.existisAuthentication(kept, engine, userId)
                && (now == null
                        || kept.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication before
                                && same(before.getGroupIds(), now.getGroupIds())
                                && same(before.getTenantIds(), now.getTenantIds()));
    }

    private static boolean same(List<String> before, List<String> now) {
        return Set.copyOf(before).equals(Set.copyOf(now));
    }

    @Override
    public void init(FilterConfig config) {
        authenticationProvider = new AuthenticationProvider() {
            @Override
            public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
                Authentication person = SecurityContextHolder.getContext().getAuthentication();
                boolean known = person != null
                        && person.isAuthenticated()
                        && !(person instanceof AnonymousAuthenticationToken)
                        && staff.exists(person.getName());
                return known ? AuthenticationResult.successful(person.getName()) : AuthenticationResult.unsuccessful();
            }

            @Override
            public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
        };
    }
}
