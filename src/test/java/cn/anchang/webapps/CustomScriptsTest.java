package cn.anchang.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A custom script that is not there keeps its webapp from starting: a blank page, with a word in the console only. */
class CustomScriptsTest {

    private static final Pattern OURS = Pattern.compile("'\\.\\./\\.\\./\\.\\./(anchang/[\\w-]+)'");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void everyScriptAWebappAsksForIsServed(String webapp) throws IOException {
        Matcher asked = OURS.matcher(read("META-INF/resources/webjars/camunda/app/" + webapp + "/scripts/config.js"));
        List<String> scripts = new ArrayList<>();
        while (asked.find()) {
            scripts.add(asked.group(1));
        }

        assertThat(scripts).contains("anchang/sign-in", "anchang/webapps");
        assertThat(scripts)
                .allSatisfy(
                        script -> assertThat(read("static/" + script + ".js")).isNotBlank());
    }

    private static String read(String path) throws IOException {
        try (InputStream in = CustomScriptsTest.class.getClassLoader().getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
