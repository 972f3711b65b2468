package cn.anchang.organization;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request goes, as the container routes it: decoded, so that no rule is passed by writing a letter as %73. */
final class Paths {

    private Paths() {}

    static String of(HttpServletRequest request) {
        String within = request.getPathInfo();
        return within == null ? request.getServletPath() : request.getServletPath() + within;
    }
}
