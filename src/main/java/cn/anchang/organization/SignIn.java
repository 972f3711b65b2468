package cn.anchang.organization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One sign-in for our pages, the engine's webapps and its REST interface, checked by the engine's identity service. A script without a
 * session is told so (401); a person is led to the sign-in page and back to where they were going.
 */
@Configuration
class SignIn {

    /** The webapps' own way in, and the set-up page for a first administrator, which anyone could use (CVE-2026-77226). */
    private static final Pattern CLOSED = Pattern.compile(
            "/camunda/(api/[^/]+/auth/user/[^/]+/login(/.*)?|api/[^/]+/setup(/.*)?|app/admin/[^/]+/setup(/.*)?)");

    private static final String PAGE_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final IdentityService identity;
    private final Staff staff;
    private final Sites sites;

    SignIn(IdentityService identity, Staff staff, Sites sites) {
        this.identity = identity;
        this.staff = staff;
        this.sites = sites;
    }

    /** Before any rule is asked, a disguised path is turned away. */
    @Bean
    FilterRegistrationBean<PlainPaths> plainPaths() {
        FilterRegistrationBean<PlainPaths> filter = new FilterRegistrationBean<>(new PlainPaths());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Operators' tools name themselves with each request; no session is kept for them. */
    @Bean
    @Order(1)
    SecurityFilterChain restInterface(HttpSecurity http) throws Exception {
        return http.securityMatcher(SignIn::isRestInterface)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new EngineIdentity(identity, staff, sites), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pagesAndWebapps(HttpSecurity http) throws Exception {
        RequestMatcher script = SignIn::isScript;
        HttpSessionRequestCache wayBack = new HttpSessionRequestCache();
        wayBack.setRequestMatcher(new AndRequestMatcher(
                request -> HttpMethod.GET.matches(request.getMethod()), request -> !isScript(request), SignIn::isPage));
        wayBack.setMatchingRequestParameterName(null);

        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                request -> CLOSED.matcher(Paths.of(request)).matches())
                        .denyAll()
                        .requestMatchers("/login", "/anchang/**", "/favicon.ico", "/error", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(wayBack))
                .formLogin(form -> form.loginPage("/login")
                        .failureUrl("/login?failed")
                        .successHandler(new BackToWhereOneWas(wayBack)))
                .logout(out -> out.logoutSuccessUrl("/login?out"))
                .exceptionHandling(problem -> problem.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), script)
                        .accessDeniedHandler((request, response, denied) -> {
                            if (denied instanceof CsrfException
                                    && Paths.of(request).equals("/login")) {
                                response.sendRedirect(request.getContextPath() + "/login?expired");
                            } else {
                                new AccessDeniedHandlerImpl().handle(request, response, denied);
                            }
                        }))
                // The webapps guard theirs by a cookie of their own; ours is kept in the session.
                .csrf(csrf -> csrf.ignoringRequestMatchers(SignIn::isWebapp))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .addHeaderWriter((request, response) -> {
                            if (!isWebapp(request)) {
                                response.setHeader("Content-Security-Policy", PAGE_POLICY);
                            }
                        }))
                .addFilterAfter(new EngineIdentity(identity, staff, sites), AuthorizationFilter.class)
                .addFilterAfter(new SignOutOfWebapps(), AuthorizationFilter.class)
                .build();
    }

    /** Tells the webapps who is signed in here; they keep no sign-in of their own. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> signInOfWebapps() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new WebappsSignIn(staff, identity));
        filter.addUrlPatterns("/camunda/api/*", "/camunda/app/*");
        filter.setOrder(10);
        return filter;
    }

    private static boolean isRestInterface(HttpServletRequest request) {
        String path = Paths.of(request);
        return path.equals("/engine-rest") || path.startsWith("/engine-rest/");
    }

    private static boolean isWebapp(HttpServletRequest request) {
        return Paths.of(request).startsWith("/camunda/");
    }

    private static boolean isClosed(HttpServletRequest request) {
        return CLOSED.matcher(Paths.of(request)).matches();
    }

    private static boolean isScript(HttpServletRequest request) {
        String path = Paths.of(request);
        return path.startsWith("/camunda/api/")
                || path.startsWith("/api/")
                || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                || !accepts(request, "html") && accepts(request, "json");
    }

    private static boolean isPage(HttpServletRequest request) {
        return accepts(request, "html");
    }

    private static boolean accepts(HttpServletRequest request, String kind) {
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains(kind);
    }
}
