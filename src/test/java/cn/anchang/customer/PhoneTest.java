package cn.anchang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "13857101008, 13857101008",
        "138 5710 1008, 13857101008",
        "138-5710-1008, 13857101008",
        "+86 138 5710 1008, 13857101008",
        "+8613857101008, 13857101008",
        "008613857101008, 13857101008",
        "86 13857101008, 13857101008",
        "(+86)138-5710-1008, 13857101008",
        "13857101008, 13857101008",
        "0571-88990011, 057188990011",
        "(0571)8899 0011, 057188990011",
        "+86 571 88990011, 057188990011",
        "010-62345678, 01062345678",
        "021 62345678, 02162345678",
    })
    void isTheSameNumberHoweverItIsTyped(String typed, String digits) {
        assertThat(Phone.read(typed)).contains(new Phone(digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12345678901",
                "1385710100",
                "138571010088",
                "1385710100x",
                "88990011",
                "+1 202 555 0100",
                "13857101008;13857101009",
                "0571-1234567"
            })
    void whatIsNoChineseNumberIsNotRead(String typed) {
        assertThat(Phone.read(typed)).isEmpty();
    }

    @Test
    void nothingAndEndlessTextAreNotRead() {
        assertThat(Phone.read(null)).isEmpty();
        assertThat(Phone.read("1".repeat(1_000_000))).isEmpty();
    }
}
