package cn.anchang.organization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who signs out in any webapp is signed out everywhere; else the container would sign them straight back in. */
class SignOutOfWebapps extends OncePerRequestFilter {

    private static final Pattern SIGN_OUT = Pattern.compile("/camunda/api/[^/]+/auth/user/[^/]+/logout");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !SIGN_OUT.matcher(Paths.of(request)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        HttpSession session = request.getSession(false);
        if (response.getStatus() < 300 && session != null) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
    }
}
