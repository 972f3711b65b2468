package cn.anchang.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.InstalmentState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 备注: the sample table's five customers, and our own lines. */
class RemarkTest {

    @Test
    void ofTheFiveCustomersBAndDAndEAreReminded() {
        Map<String, InstalmentState> given = new LinkedHashMap<>();
        given.put("A", InstalmentState.PAID);
        given.put("B", InstalmentState.DUE);
        given.put("C", InstalmentState.PARTLY_PAID);
        given.put("D", InstalmentState.OVERDUE);
        given.put("E", InstalmentState.NOT_DUE);

        assertThat(given.entrySet().stream()
                        .filter(customer -> Remark.remindsOfGiven(customer.getValue()))
                        .map(Map.Entry::getKey))
                .containsExactly("B", "D", "E");
    }

    @Test
    void ofOurOwnTheRestOfAPartPaymentIsRemindedTooAndWhatIsFarOffIsNot() {
        LocalDate today = LocalDate.of(2026, 11, 24);

        assertThat(Remark.reminds(InstalmentState.PARTLY_PAID, today.plusDays(7), today, 7))
                .isTrue();
        assertThat(Remark.reminds(InstalmentState.PARTLY_PAID, today.plusDays(8), today, 7))
                .isFalse();
        assertThat(Remark.reminds(InstalmentState.OVERDUE, today.minusDays(1), today, 7))
                .isTrue();
        assertThat(Remark.reminds(InstalmentState.NOT_DUE, today.plusDays(90), today, 7))
                .isFalse();
        assertThat(Remark.reminds(InstalmentState.PAID, today.minusDays(1), today, 7))
                .isFalse();
    }
}
