package cn.anchang.approval;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is equal has equal bytes, and what is not has not. */
class CanonicalJsonTest {

    record Content(
            String text,
            Money money,
            BigDecimal rate,
            LocalDate on,
            Instant at,
            List<String> list,
            Map<String, ?> map) {}

    private static final UUID DOCUMENT = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final CanonicalJson json = new CanonicalJson();

    @Test
    void namesAreInOrderAndNothingStandsBetween() {
        assertThat(json.write(content("12.5", Map.of("b", 1, "a", Map.of("d", 2, "c", 3)))))
                .isEqualTo("{\"at\":\"2026-11-23T02:00:00Z\",\"list\":[\"b\",\"a\"],"
                        + "\"map\":{\"a\":{\"c\":3,\"d\":2},\"b\":1},\"money\":\"5.00\",\"on\":\"2026-11-23\","
                        + "\"rate\":12.5,\"text\":\"推广\"}");
    }

    @Test
    void theSameNumberIsTheSameText() {
        assertThat(json.write(content("12.50", Map.of())))
                .isEqualTo(json.write(content("12.5", Map.of())))
                .isNotEqualTo(json.write(content("12.51", Map.of())));
        assertThat(json.write(content("100.00", Map.of()))).contains("\"rate\":100,");
    }

    @Test
    void theOrderOfAMapDoesNotCountAndThatOfAListDoes() {
        Map<String, Integer> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", 2);
        Map<String, Integer> other = new LinkedHashMap<>();
        other.put("b", 2);
        other.put("a", 1);
        assertThat(json.write(one)).isEqualTo(json.write(other));
        assertThat(json.write(List.of("a", "b"))).isNotEqualTo(json.write(List.of("b", "a")));
    }

    @Test
    void whatIsWrittenIsReadBackAndWrittenTheSame() {
        String text = json.write(content("12.5", Map.of("a", 1)));
        assertThat(json.write(json.read(text, Content.class))).isEqualTo(text);
    }

    @Test
    void aFingerprintIsOfOneVersionOfOneDocumentOfOneKind() {
        String mine = json.fingerprint("plan", DOCUMENT, 1, "{}");

        assertThat(mine).matches("[0-9a-f]{64}").isEqualTo(json.fingerprint("plan", DOCUMENT, 1, "{}"));
        assertThat(List.of(
                        json.fingerprint("list", DOCUMENT, 1, "{}"),
                        json.fingerprint("plan", UUID.randomUUID(), 1, "{}"),
                        json.fingerprint("plan", DOCUMENT, 2, "{}"),
                        json.fingerprint("plan", DOCUMENT, 1, "{\"a\":1}")))
                .doesNotContain(mine)
                .doesNotHaveDuplicates();
    }

    private static Content content(String rate, Map<String, ?> map) {
        return new Content(
                "推广",
                Money.of("5"),
                new BigDecimal(rate),
                LocalDate.of(2026, 11, 23),
                Instant.parse("2026-11-23T02:00:00Z"),
                List.of("b", "a"),
                map);
    }
}
