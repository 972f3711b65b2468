package cn.anchang.organization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away a path of the webapps or the REST interface that hides behind an encoding: the webapps' filters read a path as it was
 * typed, the resources behind them as it is meant. Ids further on, as {@code sales-case%3A1}, are fine.
 */
class PlainPaths extends OncePerRequestFilter {

    /** {@code /camunda/api/engine/engine/default/task}: so many parts decide who is asked. */
    private static final int DECIDING_PARTS = 6;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isDisguised(request)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isDisguised(HttpServletRequest request) {
        String meant = Paths.of(request);
        int deciding = meant.startsWith("/camunda") ? DECIDING_PARTS : meant.startsWith("/engine-rest") ? 1 : 0;
        String typed =
                request.getRequestURI().substring(request.getContextPath().length());
        return !firstParts(typed, deciding).equals(firstParts(meant, deciding));
    }

    private static List<String> firstParts(String path, int count) {
        return Arrays.stream(path.split("/")).limit(count + 1L).toList();
    }
}
