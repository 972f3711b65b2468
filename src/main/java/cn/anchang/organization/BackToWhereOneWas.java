package cn.anchang.organization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** After signing in, on to the page one was going to; {@code back} names it when only the browser knew. Never to another host. */
class BackToWhereOneWas extends SavedRequestAwareAuthenticationSuccessHandler {

    BackToWhereOneWas(RequestCache wayBack) {
        setRequestCache(wayBack);
        setDefaultTargetUrl("/");
        setTargetUrlParameter("back");
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        String target = super.determineTargetUrl(request, response);
        boolean ours = target.startsWith("/") && !target.startsWith("//") && !target.contains("\\");
        return ours && target.chars().noneMatch(Character::isISOControl) ? target : getDefaultTargetUrl();
    }
}
