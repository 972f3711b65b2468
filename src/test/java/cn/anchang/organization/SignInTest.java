package cn.anchang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetailsService;

@ApplicationTest
class SignInTest {

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    Staff staff;

    @Autowired
    TestClock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/units",
                "/import",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/welcome/default/",
                "/camunda/",
                "/nowhere",
                "/papers/contract/1"
            })
    void aStrangerIsLedToTheSignInPage(String page) {
        Answer answer = TasklistSession.stranger(port).get(page, "text/html");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(URI.create(answer.location()).getPath()).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/engine/engine",
                "/camunda/api/cockpit/plugin/base/default/process-definition",
                "/camunda/api/admin/auth/user/default",
                "/api/tasks/1/card",
                "/api/reception/phone?phone=13800000000",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest",
                "/engine-rest/process-definition"
            })
    void aStrangersScriptIsToldThatNobodyIsSignedIn(String resource) {
        assertThat(TasklistSession.stranger(port)
                        .get(resource, "application/json")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void strangersSeeWhetherTheApplicationIsWellAndNothingElse() {
        TasklistSession stranger = TasklistSession.stranger(port);
        TasklistSession xuQiang = TasklistSession.of(port, "xu.qiang");

        assertThat(stranger.get("/actuator/health", "application/json").json().fieldNames())
                .toIterable()
                .containsOnly("status", "groups");
        for (String more :
                List.of("", "/env", "/beans", "/heapdump", "/loggers", "/configprops", "/mappings", "/info")) {
            assertThat(stranger.get("/actuator" + more, "application/json").status())
                    .as(more)
                    .isIn(401, 403, 404);
            assertThat(xuQiang.get("/actuator" + more).status()).as(more).isIn(403, 404);
        }
    }

    /** CVE-2026-77226. Without our rule the webapps' resource answers, in words of its own. */
    @Test
    void theSetUpOfAFirstAdministratorIsClosedForEveryone() {
        String intruder = "intruder" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> user = Map.of(
                "profile", Map.of("id", intruder, "firstName", "x", "lastName", "x"),
                "credentials", Map.of("password", "Long-enough-1"));

        for (TasklistSession person : List.of(
                TasklistSession.stranger(port),
                TasklistSession.of(port, "chen.xiao"),
                TasklistSession.of(port, "xu.qiang"))) {
            Answer answer = person.post("/camunda/api/admin/setup/default/user/create", user);
            assertThat(answer.status()).as("%s: %s", person.userId(), answer).isIn(401, 403);
            assertThat(answer.text()).doesNotContain("Setup action");
            assertThat(person.get("/camunda/app/admin/default/setup/").status()).isIn(302, 403, 404);
        }
        assertThat(identity.createUserQuery().userId(intruder).count()).isZero();
    }

    /** The webapps' filters read the path as it was typed, the resources behind them as it is meant. */
    @Test
    void noRuleIsPassedByWritingALetterAnotherWay() {
        TasklistSession chenXiao = TasklistSession.of(port, "chen.xiao");

        for (String disguised : List.of(
                "/camunda/api/%65ngine/engine/default/user",
                "/camunda/%61pi/engine/engine/default/user",
                "/camunda/api/engine/%65ngine/default/user",
                "/camunda/api/engine/engine/%64efault/user",
                "/%63amunda/api/engine/engine/default/authorization",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/auth/user/default/%6Cogin/tasklist",
                "/camunda;x=1/api/engine/engine/default/user",
                "/camunda//api/engine/engine/default/user",
                "/camunda/./api/engine/engine/default/user",
                "/camunda/api/engine/../engine/engine/default/user")) {
            assertThat(chenXiao.get(disguised, "application/json").status())
                    .as(disguised)
                    .isIn(400, 403, 404);
            assertThat(TasklistSession.stranger(port)
                            .get(disguised, "application/json")
                            .status())
                    .as(disguised)
                    .isIn(400, 401, 403);
        }
        assertThat(chenXiao.get("/%65ngine-rest/task", "application/json").status())
                .isEqualTo(400);
        assertThat(chenXiao.get(TasklistSession.ENGINE + "/process-definition/sales-case%3A1%3Anone")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theWebappsOwnWayInIsClosed() {
        Answer stranger = TasklistSession.stranger(port)
                .post(
                        "/camunda/api/admin/auth/user/default/login/tasklist?username=chen.xiao&password=chen.xiao",
                        Map.of());
        assertThat(stranger.status()).isIn(401, 403);

        TasklistSession linJia = TasklistSession.of(port, "lin.jia");
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            assertThat(linJia.post("/camunda/api/admin/auth/user/default/login/" + app, Map.of())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(linJia.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .path("userId")
                        .asText())
                .isEqualTo("lin.jia");
    }

    @Test
    void theRestInterfaceTakesANameAndPasswordAndKeepsToTheirRights() throws Exception {
        assertThat(rest("/user/chen.xiao/profile", "chen.xiao", null).statusCode())
                .isEqualTo(200);
        assertThat(rest("/task", "nobody.here", null).statusCode()).isEqualTo(401);
        assertThat(rest("/authorization", "lin.jia", null).body()).isEqualTo("[]");
        HttpResponse<String> answer = rest(
                "/user/create",
                "lin.jia",
                "{\"profile\":{\"id\":\"made.up\"},\"credentials\":{\"password\":\"Long-enough-1\"}}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aSessionOfThePagesDoesNotOpenTheRestInterface() {
        assertThat(TasklistSession.of(port, "xu.qiang")
                        .get("/engine-rest/task", "application/json")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void guessingIsSlowedDownEvenWhenTheLastGuessIsRight() {
        String person = "guessed" + UUID.randomUUID().toString().substring(0, 8);
        staff.enrol(person, "某人", "", "Right-pass-1", "sales");
        TasklistSession stranger = TasklistSession.stranger(port);

        assertThat(stranger.signIn(person, "wrong").location()).contains("failed");
        assertThat(stranger.signIn(person, "Right-pass-1").location()).contains("failed");
        clock.forward(Duration.ofMinutes(1));
        assertThat(stranger.signIn(person, "Right-pass-1").location()).doesNotContain("failed");
    }

    @Test
    void nothingButTheEngineLetsAnybodyIn(@Autowired ApplicationContext context) {
        assertThat(context.getBeansOfType(AuthenticationProvider.class).values())
                .singleElement()
                .isInstanceOf(EngineSignIn.class);
        assertThat(context.getBeansOfType(UserDetailsService.class)).isEmpty();
    }

    @Test
    void theSessionIsAnotherOneAfterSigningIn() {
        TasklistSession stranger = TasklistSession.stranger(port);
        stranger.get("/login");
        String before = stranger.cookie("JSESSIONID");

        stranger.signIn("sun.li", "sun.li");

        assertThat(before).isNotBlank();
        assertThat(stranger.cookie("JSESSIONID")).isNotBlank().isNotEqualTo(before);
    }

    @Test
    void ourPagesTakeNothingWithoutTheirToken() {
        TasklistSession sunLi = TasklistSession.of(port, "sun.li");

        assertThat(sunLi.form("/logout", "no token in this page", Map.of()).status())
                .isEqualTo(403);
        assertThat(sunLi.get("/").status()).isEqualTo(200);
        assertThat(sunLi.signOut().status()).isEqualTo(302);
        assertThat(sunLi.get("/").status()).isEqualTo(302);
        assertThat(sunLi.get(TasklistSession.ENGINE + "/task").status()).isEqualTo(401);
    }

    @Test
    void theTokensOfTheWebappsAndOfOurPagesDoNotGetInEachOthersWay() {
        TasklistSession sunLi = TasklistSession.of(port, "sun.li");
        assertThat(sunLi.post(TasklistSession.ENGINE + "/task", Map.of()).status())
                .isEqualTo(200);
        sunLi.get("/");

        assertThat(sunLi.post(TasklistSession.ENGINE + "/task/count", Map.of()).status())
                .isEqualTo(200);
        assertThat(sunLi.signOut().status()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "/units, /units",
        "/camunda/app/tasklist/default/, /camunda/app/tasklist/default/",
        "https://evil.example/, /",
        "//evil.example/, /",
        "/\\evil.example/, /",
        "javascript:alert(1), /"
    })
    void theWayBackStaysInTheHouse(String back, String expected) {
        TasklistSession stranger = TasklistSession.stranger(port);
        String page = stranger.get("/login").text();

        Answer in = stranger.form("/login", page, Map.of("username", "sun.li", "password", "sun.li", "back", back));

        assertThat(in.status()).isEqualTo(302);
        assertThat(URI.create(in.location()).getHost()).isIn("localhost", null);
        assertThat(URI.create(in.location()).getPath()).isEqualTo(expected);
    }

    @Test
    void whoWasStruckOffIsOutByTheNextClick() {
        String person = "leaver" + UUID.randomUUID().toString().substring(0, 8);
        staff.enrol(person, "某人", "", "Right-pass-1", "sales");
        TasklistSession leaver = TasklistSession.of(port, person, "Right-pass-1");
        assertThat(leaver.get(TasklistSession.ENGINE + "/task").status()).isEqualTo(200);

        identity.deleteUser(person);

        assertThat(leaver.get("/units").status()).isIn(302, 401);
        assertThat(leaver.get(TasklistSession.ENGINE + "/task").status()).isEqualTo(401);
    }

    @Test
    void anAdministratorGivesNobodyAWeakPassword() {
        TasklistSession xuQiang = TasklistSession.of(port, "xu.qiang");
        String person = "new" + UUID.randomUUID().toString().substring(0, 8);

        Answer weak = xuQiang.post(TasklistSession.ENGINE + "/user/create", user(person, "weak"));
        assertThat(weak.isOk()).isFalse();
        assertThat(identity.createUserQuery().userId(person).count()).isZero();
        Answer strong = xuQiang.post(TasklistSession.ENGINE + "/user/create", user(person, "Strong-enough-1"));
        assertThat(strong.status()).as(strong.text()).isEqualTo(204);
        identity.deleteUser(person);
    }

    private static Map<String, Object> user(String id, String password) {
        return Map.of(
                "profile", Map.of("id", id, "firstName", "新", "lastName", "某", "email", "x@anchang.example"),
                "credentials", Map.of("password", password));
    }

    /** As an operator's tool does it; the password is the user's id. */
    private HttpResponse<String> rest(String path, String user, String body) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/engine-rest" + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json");
        HttpRequest asked = body == null
                ? request.GET().build()
                : request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString());
    }
}
