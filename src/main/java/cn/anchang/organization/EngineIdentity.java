package cn.anchang.organization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the engine know who is asking, for as long as the request lasts, so that its authorizations hold for our pages and the REST
 * interface too. Groups and sites are read anew each time; somebody who was struck off is signed out by their next click.
 */
class EngineIdentity extends OncePerRequestFilter {

    private final IdentityService identity;
    private final Staff staff;
    private final Sites sites;

    EngineIdentity(IdentityService identity, Staff staff, Sites sites) {
        this.identity = identity;
        this.staff = staff;
        this.sites = sites;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null
                || person instanceof AnonymousAuthenticationToken
                || Paths.of(request).startsWith("/anchang/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String userId = SecurityContextHolder.getContext().getAuthentication().getName();
        if (!staff.exists(userId)) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        identity.setAuthentication(userId, List.copyOf(staff.groupsOf(userId)), sites.tenantsOf(userId));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
