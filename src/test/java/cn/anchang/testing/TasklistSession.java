package cn.anchang.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person at Tasklist, as far as the server can tell: signs in at the sign-in page, keeps the session and the webapps' token, and
 * speaks the engine's API under {@code /camunda/api/engine}.
 */
public final class TasklistSession {

    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final String userId;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String webappsToken;

    private TasklistSession(int port, String userId) {
        this.base = "http://localhost:" + port;
        this.userId = userId;
    }

    /** Signs in with the sample's password, which is the user id. */
    public static TasklistSession of(int port, String userId) {
        return of(port, userId, userId);
    }

    /** @throws IllegalStateException when the sign-in page does not let this person in */
    public static TasklistSession of(int port, String userId, String password) {
        TasklistSession session = new TasklistSession(port, userId);
        Answer in = session.signIn(userId, password);
        if (in.status() != 302 || in.location().contains("failed")) {
            throw new IllegalStateException("%s was not let in: %s".formatted(userId, in));
        }
        return session;
    }

    /** Somebody who has not signed in. */
    public static TasklistSession stranger(int port) {
        return new TasklistSession(port, null);
    }

    /** What the server said: the status, and the body as text and, where it is Json, as a tree. */
    public record Answer(int status, String text, String location) {

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The sentence of a refusal, or of whatever went wrong; empty when nothing did. */
        public String message() {
            return text.startsWith("{") ? json().path("message").asText("") : "";
        }

        public boolean isOk() {
            return status >= 200 && status < 300;
        }
    }

    public record OpenTask(String id, String key, String name, String assignee, String processInstanceId, String due) {}

    public String userId() {
        return userId;
    }

    /** The way the sign-in page does it: fetch the page, hand in the form. */
    public Answer signIn(String user, String password) {
        String page = get("/login").text();
        return form("/login", page, Map.of("username", user, "password", password));
    }

    /** Hands in a form of one of our pages, with the token that stands in that page. */
    public Answer form(String path, String page, Map<String, String> fields) {
        Matcher token = CSRF.matcher(page);
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        String withToken = token.find() ? body + "&_csrf=" + encoded(token.group(1)) : body;
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(withToken)));
    }

    /** Hands in a form that carries one file, with the token that stands in that page. */
    public Answer upload(String path, String page, String field, String filename, byte[] content) {
        String boundary = "anchang-upload";
        Matcher token = CSRF.matcher(page);
        String head = "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n--%s\r\n"
                        .formatted(boundary, token.find() ? token.group(1) : "", boundary)
                + "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n".formatted(field, filename)
                + "Content-Type: application/octet-stream\r\n\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        content,
                        "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8)))));
    }

    /** Signs out at our own pages. */
    public Answer signOut() {
        return form("/logout", get("/").text(), Map.of());
    }

    // ---- the engine's API, as Tasklist uses it

    /** Starts a process by its form; the answer holds the instance's id under {@code id}. */
    public Answer startForm(String processKey, Object form) {
        return post(ENGINE + "/process-definition/key/" + processKey + "/submit-form", submission(form));
    }

    public Answer submitForm(String taskId, Object form) {
        return post(ENGINE + "/task/" + taskId + "/submit-form", submission(form));
    }

    public Answer claim(String taskId) {
        return post(ENGINE + "/task/" + taskId + "/claim", Map.of("userId", userId));
    }

    public Answer assign(String taskId, String toUserId) {
        return post(ENGINE + "/task/" + taskId + "/assignee", Map.of("userId", toUserId));
    }

    /** Every open task this person may see. */
    public List<OpenTask> tasks() {
        return tasks("");
    }

    public List<OpenTask> myTasks() {
        return tasks("&assignee=" + encoded(userId));
    }

    /** Those of one case that this person may see, in called processes too. */
    public List<OpenTask> tasksOf(String businessKey) {
        return tasks("&processInstanceBusinessKey=" + encoded(businessKey));
    }

    /** @throws IllegalStateException when there is not exactly one of this kind in the case that this person may see */
    public OpenTask taskOf(String businessKey, String taskKey) {
        List<OpenTask> found = tasksOf(businessKey).stream()
                .filter(task -> task.key().equals(taskKey))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "%s sees %d × %s in %s".formatted(userId, found.size(), taskKey, businessKey));
        }
        return found.get(0);
    }

    private List<OpenTask> tasks(String narrowed) {
        Answer answer = get(ENGINE + "/task?sortBy=created&sortOrder=asc&maxResults=2000" + narrowed);
        if (!answer.isOk()) {
            throw new IllegalStateException("No task list: " + answer);
        }
        List<OpenTask> tasks = new ArrayList<>();
        for (JsonNode task : answer.json()) {
            tasks.add(new OpenTask(
                    task.path("id").asText(),
                    task.path("taskDefinitionKey").asText(),
                    task.path("name").asText(),
                    task.path("assignee").asText(null),
                    task.path("processInstanceId").asText(),
                    task.path("due").asText(null)));
        }
        return tasks;
    }

    /** One transient Json variable, as our forms send it. */
    public static ObjectNode submission(Object form) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variable = body.putObject("variables").putObject("form");
        variable.put("value", form instanceof String text ? text : json(form));
        variable.put("type", "Json");
        variable.putObject("valueInfo").put("transient", true);
        return body;
    }

    // ---- plain HTTP in this session

    public Answer get(String path) {
        return get(
                path, path.startsWith("/camunda/api/") || path.startsWith("/api/") ? "application/json" : "text/html");
    }

    public Answer get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    /**
     * A file, as a browser fetches it that is sent on to it.
     *
     * @throws IllegalStateException when there is none
     */
    public byte[] download(String path) {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            String on = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() == 302 && !on.contains("/login")) {
                return download(on.replace(base, ""));
            } else if (answer.statusCode() != 200
                    || answer.headers().firstValue("Content-Disposition").isEmpty()) {
                throw new IllegalStateException(path + " is no file: " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String path, Object body) {
        return send(writing(path).POST(HttpRequest.BodyPublishers.ofString(json(body))));
    }

    /** A list that is asked for by a body, with what belongs to each entry, as Tasklist asks for the tasks behind a filter. */
    public Answer list(String path, Object body) {
        return send(writing(path)
                .setHeader("Accept", "application/hal+json, application/json; q=0.5")
                .POST(HttpRequest.BodyPublishers.ofString(json(body))));
    }

    public Answer put(String path, Object body) {
        return send(writing(path).PUT(HttpRequest.BodyPublishers.ofString(json(body))));
    }

    public Answer delete(String path) {
        return send(writing(path).DELETE());
    }

    private HttpRequest.Builder writing(String path) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").header("Accept", "application/json");
        return path.startsWith("/camunda/") ? request.header("X-XSRF-TOKEN", webappsToken()) : withOurToken(request);
    }

    /** Our own interface gives its token to whoever is signed in. */
    private HttpRequest.Builder withOurToken(HttpRequest.Builder request) {
        Answer token = get("/api/csrf");
        return token.isOk()
                ? request.header(
                        token.json().path("header").asText(),
                        token.json().path("token").asText())
                : request;
    }

    /** The webapps hand it out with the first page of theirs, as a cookie. */
    private String webappsToken() {
        if (webappsToken == null) {
            get("/camunda/app/tasklist/default/");
            webappsToken = cookie("XSRF-TOKEN").isEmpty() ? "none" : cookie("XSRF-TOKEN");
        }
        return webappsToken;
    }

    /** What the browser keeps under this name, or empty. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
