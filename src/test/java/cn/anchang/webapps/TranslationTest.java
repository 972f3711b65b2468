package cn.anchang.webapps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Our Chinese of the webapps against the English they come with. A label we lack would show as its bare key, for the
 * language the webapps fall back to is ours.
 */
class TranslationTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final List<String> WEBAPPS = List.of("tasklist", "welcome", "admin", "cockpit");

    /** The same in both languages: comparison signs, names of formats and products. */
    private static final Set<String> SAME_IN_BOTH = Set.of("", "<", "<=", ">", ">=", "ID", "CSV", "JSON", "Optimize");

    /** What the webapps fill in, and the markup round it. */
    private static final Pattern FILLED_IN = Pattern.compile("\\{\\{.*?}}|\\{}|%[sd]|<a [^>]*>|</?(?:a|strong|br)/?>");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @TestFactory
    Stream<DynamicTest> everyLabelIsTranslatedAndNoneIsOurInvention() {
        return ofEachWebapp((english, chinese) -> assertThat(chinese.keySet()).isEqualTo(english.keySet()));
    }

    @TestFactory
    Stream<DynamicTest> whatIsFilledInStaysFilledIn() {
        return ofEachWebapp((english, chinese) -> {
            List<String> wrong = new ArrayList<>();
            chinese.forEach((key, value) -> {
                if (english.containsKey(key) && !filledIn(value).equals(filledIn(english.get(key)))) {
                    wrong.add(key + ": " + value);
                }
            });
            assertThat(wrong).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLeftInEnglish() {
        return ofEachWebapp((english, chinese) -> {
            List<String> left = new ArrayList<>();
            chinese.forEach((key, value) -> {
                boolean translated = !value.equals(english.get(key))
                        && (value.isEmpty() || HAN.matcher(value).find());
                if (key.startsWith("labels.")
                        && !translated
                        && !SAME_IN_BOTH.contains(value)
                        && !carriesNoWords(value)) {
                    left.add(key + ": " + value);
                }
            });
            assertThat(left).isEmpty();
        });
    }

    private static boolean carriesNoWords(String value) {
        return FILLED_IN.matcher(value).replaceAll("").chars().noneMatch(Character::isLetter);
    }

    private static List<String> filledIn(String label) {
        List<String> found = new ArrayList<>();
        Matcher matcher = FILLED_IN.matcher(label);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        // Word order differs between the languages.
        found.sort(null);
        return found;
    }

    private interface Comparison {
        void of(Map<String, String> english, Map<String, String> chinese);
    }

    private static Stream<DynamicTest> ofEachWebapp(Comparison comparison) {
        return WEBAPPS.stream()
                .map(webapp -> dynamicTest(webapp, () -> comparison.of(labels(webapp, "en"), labels(webapp, "zh"))));
    }

    private static Map<String, String> labels(String webapp, String language) throws IOException {
        String path = APPS + webapp + "/locales/" + language + ".json";
        try (InputStream in = TranslationTest.class.getClassLoader().getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // The originals begin with a byte order mark.
            JsonNode tree = new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            Map<String, String> labels = new TreeMap<>();
            flatten("", tree, labels);
            assertThat(labels).hasSizeGreaterThan(100);
            return labels;
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, String> labels) {
        if (node.isValueNode()) {
            labels.put(path, node.asText());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), labels);
            }
        } else {
            for (String field : new TreeSet<>(
                    node.properties().stream().map(Map.Entry::getKey).toList())) {
                flatten(path.isEmpty() ? field : path + "." + field, node.get(field), labels);
            }
        }
    }
}
