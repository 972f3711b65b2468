package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money taken in Tasklist, found again on the page 款项. */
class MoneyOfASaleTest extends JourneyTest {

    @Test
    void theCashierFindsASaleByCustomerUnitCaseAndReceipt() {
        Sale sale = sale().reserved();
        String account = "/money/" + sale.caseId();
        String caseNo =
                jdbc.queryForObject("select no from sales.sales_cases where id = ?", String.class, sale.caseId());
        String unitNo =
                jdbc.queryForObject("select unit_no from sales.sales_cases where id = ?", String.class, sale.caseId());
        String receiptNo = jdbc.queryForObject(
                "select receipt_no from sales.receipts where account_id = ?", String.class, sale.caseId());

        for (String typed : new String[] {sale.person().name(), unitNo, caseNo}) {
            assertThat(at(CASHIER).get("/money?q=" + encoded(typed)).text())
                    .as(typed)
                    .contains(account, caseNo, unitNo, sale.person().name(), "陈晓", "1,000,000.00", "50,000.00");
        }
        assertThat(at(CASHIER).get("/money?q=" + receiptNo).location()).contains(account);
        assertThat(at(CASHIER).get(account).text())
                .contains(caseNo, unitNo, sale.person().name(), receiptNo, "伍万元整");
        assertThat(at(CASHIER).get("/money?q=" + encoded("%")).text()).doesNotContain(account);
        assertThat(at(CHEN).get(account).status()).isEqualTo(403);
    }

    @Test
    void onlyTheDepositIsTakenInItsStepAlone() {
        Sale sale = sale().subscribed();
        String account = "/money/" + sale.caseId();
        String page = at(CASHIER).get(account).text();
        assertThat(page).contains("确认收款并开票");

        at(CASHIER)
                .form(
                        account + "/payments",
                        page,
                        Map.of(
                                "key", UUID.randomUUID().toString(),
                                "item", "FULL_PAYMENT",
                                "amount", "950000.00",
                                "method", "CASH",
                                "person", "王小明",
                                "paidOn", sale.today().toString()));
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.payments where account_id = ?", Integer.class, sale.caseId()))
                .isEqualTo(2);
        assertThat(sale.openTasks()).containsExactly("userTask_signContract");
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
