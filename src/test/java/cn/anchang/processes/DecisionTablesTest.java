package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each decision table answers every question once, and each of its rules speaks at some time. */
class DecisionTablesTest {

    static List<DecisionTable> tables() {
        return DecisionTable.all();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyQuestionHasOneAnswerAndEveryRuleSpeaks(DecisionTable table) {
        assertThat(table.findings()).isEmpty();
        assertThat(table.questions()).hasSizeGreaterThan(table.rules().size());
    }

    record Fault(String what, String reported, UnaryOperator<String> seed) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("a gap", "gap at {discount=4.0001", xml -> xml.replace("&gt; 4", "&gt; 5")),
                new Fault("a limit nobody holds", "gap at {discount=1.0,", xml -> xml.replace("]0..1]", "]0..1[")),
                new Fault("an overlap", "overlap at {discount=2.0", xml -> xml.replace("]2..4]", "[2..4]")),
                new Fault(
                        "a rule that never speaks",
                        "rule_listPrice never speaks",
                        xml -> xml.replace("<text>&lt;= 0</text>", "<text>]0..0[</text>")),
                new Fault("history for ever", "no history", xml -> xml.replace("P3650D", "")),
                new Fault("another hit policy", "hit policy", xml -> xml.replace("UNIQUE", "FIRST")),
                new Fault(
                        "another id",
                        "of its name",
                        xml -> xml.replace("decision id=\"price-", "decision id=\"prices-")),
                new Fault(
                        "a rule without a reason",
                        "rule_listPrice gives no reason",
                        xml -> xml.replace("<description>没有优惠，就没有什么要批。</description>", "")),
                new Fault(
                        "words nobody listed",
                        "does not list",
                        xml -> xml.replaceAll("(?s)<inputValues.*?</inputValues>", "")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aSeededFaultIsReported(Fault fault) {
        assertThat(DecisionTable.read("price-authority").spoilt(fault.seed()).findings())
                .anySatisfy(finding -> assertThat(finding).contains(fault.reported()));
    }

    /** R09 row by row, at its limits. */
    @ParameterizedTest
    @CsvSource({
        "-1,     false, sales,        none,               GREEN",
        "0,      false, site-manager, none,               GREEN",
        "0.0001, false, sales,        site-manager,       GREEN",
        "1,      false, sales,        site-manager,       GREEN",
        "1,      false, site-manager, marketing-director, GREEN",
        "1.0001, false, sales,        marketing-director, AMBER",
        "2,      false, site-manager, marketing-director, AMBER",
        "2.0001, false, sales,        management,         AMBER",
        "4,      false, sales,        management,         AMBER",
        "0.0001, true,  sales,        management,         RED",
        "1,      true,  site-manager, management,         RED",
        "4,      true,  sales,        management,         RED",
        "4.0001, false, sales,        nobody,             RED",
        "4.0001, true,  site-manager, nobody,             RED"
    })
    void whoGrantsADiscount(double discount, boolean belowFloor, String asker, String authority, String light) {
        Map<String, Object> said = DecisionTable.read("price-authority")
                .ask(Map.of("discount", discount, "belowFloor", belowFloor, "asker", asker));

        assertThat(said).containsEntry("authority", authority).containsEntry("light", light);
        assertThat(said.get("reason").toString()).matches(".*\\p{IsHan}.*");
    }

    @Test
    void theTablesOfTheHouseAreThere() {
        assertThat(tables()).extracting(DecisionTable::id).contains("price-authority");
    }

    /** R06 and R07 row by row, at their limits. */
    @ParameterizedTest
    @CsvSource({
        "EXTEND_SIGNING, 1,    false, false, site-manager,       R06",
        "EXTEND_SIGNING, 7,    false, false, site-manager,       R06",
        "EXTEND_SIGNING, 8,    false, false, marketing-director, R06",
        "EXTEND_SIGNING, 14,   true,  false, marketing-director, R06",
        "EXTEND_SIGNING, 15,   false, true,  management,         R06",
        "RESCHEDULE,     0,    false, true,  site-manager,       首期款不动",
        "RESCHEDULE,     30,   false, false, site-manager,       首期款不动",
        "DEFER_PAYMENT,  31,   false, true,  marketing-director, 首期款不动",
        "DEFER_PAYMENT,  90,   false, false, marketing-director, 首期款不动",
        "RESCHEDULE,     91,   false, false, management,         首期款不动",
        "RESCHEDULE,     1,    true,  false, management,         R07",
        "DEFER_PAYMENT,  91,   true,  false, management,         R07",
        "CHANGE_TERMS,   0,    false, true,  marketing-director, 付款方式",
        "CHANGE_BUYERS,  0,    false, false, marketing-director, 签约前",
        "CHANGE_BUYERS,  0,    false, true,  management,         合同已签",
        "EXCHANGE_UNIT,  0,    false, false, marketing-director, 签约前",
        "EXCHANGE_UNIT,  0,    false, true,  management,         合同已签",
        "WITHDRAW,       0,    false, false, management,         R20",
        "RETURN_UNIT,    0,    false, true,  management,         R20",
        "FORFEIT,        0,    false, false, management,         R20"
    })
    void whoApprovesAChange(
            String kind, int days, boolean firstPayment, boolean contracted, String authority, String why) {
        Map<String, Object> said = DecisionTable.read("change-authority")
                .ask(Map.of("kind", kind, "days", days, "firstPayment", firstPayment, "contracted", contracted));

        assertThat(said).containsEntry("authority", authority);
        assertThat(said.get("reason").toString()).contains(why);
    }
}
