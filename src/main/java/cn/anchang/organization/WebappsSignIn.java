package cn.anchang.organization;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** In the webapps a person is who they are on our pages. */
class WebappsSignIn extends ContainerBasedAuthenticationFilter {

    private final Staff staff;

    WebappsSignIn(Staff staff) {
        this.staff = staff;
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
