package cn.anchang.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0, 零元整",
        "0.05, 伍分",
        "0.50, 伍角整",
        "10, 壹拾元整",
        "100.05, 壹佰元零伍分",
        "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "1005, 壹仟零伍元整",
        "50000, 伍万元整",
        "100000, 壹拾万元整",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "1001000, 壹佰万壹仟元整",
        "2345678.90, 贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整",
        "20000300, 贰仟万零叁佰元整",
        "100000001, 壹亿零壹元整",
        "-12.30, 负壹拾贰元叁角整"
    })
    void aReceiptNamesTheAmountInCapitalNumerals(String amount, String words) {
        assertThat(Money.of(amount).inWords()).isEqualTo(words);
    }

    @Test
    void aFractionOfACentIsRefusedRatherThanRounded() {
        assertThatThrownBy(() -> Money.of("0.001")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShareIsRoundedToTheCent() {
        assertThat(Money.of("100.01").times(new java.math.BigDecimal("0.5"))).isEqualTo(Money.of("50.01"));
    }

    @Test
    void travelsAsTextAndComesBackFromTextOrNumber() throws Exception {
        ObjectMapper json = new ObjectMapper();
        assertThat(json.writeValueAsString(Money.of("1234567.5"))).isEqualTo("\"1234567.50\"");
        assertThat(json.readValue("\"1234567.50\"", Money.class)).isEqualTo(Money.of("1234567.5"));
        assertThat(json.readValue("1234567.5", Money.class)).isEqualTo(Money.of("1234567.5"));
    }

    @Test
    void showsSeparators() {
        assertThat(Money.of("1234567").formatted()).isEqualTo("1,234,567.00");
    }
}
