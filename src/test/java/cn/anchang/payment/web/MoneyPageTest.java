package cn.anchang.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.AccountOpening;
import cn.anchang.payment.Fault;
import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.MoneyIn;
import cn.anchang.payment.PaymentMethod;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.ReceiptView;
import cn.anchang.payment.ReceiveOutcome.Received;
import cn.anchang.payment.Statement;
import cn.anchang.shared.Money;
import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page 款项 in the hands of its real people. */
@ApplicationTest
class MoneyPageTest {

    private static final Pattern MONEY_KEY =
            Pattern.compile("/payments\"[^>]*>.*?name=\"key\" value=\"([^\"]+)\"", Pattern.DOTALL);

    @LocalServerPort
    int port;

    @Autowired
    Ledger ledger;

    @Autowired
    Clock clock;

    LocalDate today;
    UUID account;
    String path;
    Received slip;
    TasklistSession cashier;

    @BeforeEach
    void anAccountWithADepositAndAPlan() {
        today = LocalDate.now(clock);
        account = UUID.randomUUID();
        path = "/money/" + account;
        ledger.open(
                account,
                new AccountOpening(
                        UUID.randomUUID(), "云栖花园", "T" + account.toString().substring(0, 7), Money.of("1000000")),
                "chen.xiao");
        slip = (Received) ledger.receive(
                account,
                new MoneyIn(Item.DEPOSIT, Money.of("50000"), PaymentMethod.CASH, "王<小>明", null, today),
                "qian.hui");
        ledger.openPlan(
                account,
                Money.of("1000000"),
                PlanLine.inFull(Money.of("1000000"), Money.of("50000"), today, today.plusDays(7)),
                "chen.xiao");
        cashier = TasklistSession.of(port, "qian.hui");
    }

    @Test
    void theCashierSeesPlanPaymentsAndReceiptsInChinese() {
        String page = cashier.get(path).text();
        assertThat(page)
                .contains("1,000,000.00", "950,000.00", "定金转入", "全款", "已付款", "待付款", "伍万元整", slip.receiptNo(), "钱慧")
                .contains("王&lt;小&gt;明")
                .doesNotContain("王<小>明", "??");
    }

    @Test
    void moneyIsRecordedReceiptedAndShownOnce() {
        Map<String, String> form = money("300,000.50", "B-1001");
        Answer first = cashier.form(path + "/payments", cashier.get(path).text(), form);
        assertThat(first.status()).isEqualTo(302);
        assertThat(cashier.get(path).text()).contains("已收款 300,000.50 元（叁拾万元伍角整），开出收据 ");

        Answer again = cashier.form(path + "/payments", cashier.get(path).text(), form);
        assertThat(again.status()).isEqualTo(302);
        assertThat(statement().received()).isEqualTo(Money.of("350000.50"));
        assertThat(statement().receipts()).hasSize(2);
    }

    @Test
    void aRefusedFormComesBackAsItWasTypedWithOneSentence() {
        Map<String, String> form = money("1000", "");
        form.put("person", "李雷");
        cashier.form(path + "/payments", cashier.get(path).text(), form);
        String page = cashier.get(path).text();
        assertThat(page).contains("转账收付须填写银行流水号，以便与银行对账。", "value=\"李雷\"");
        assertThat(statement().payments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-5", "1.005", "1e5", "99999999999999", "０"})
    void anAmountThatIsNoneIsToldSo(String amount) {
        cashier.form(path + "/payments", cashier.get(path).text(), money(amount, "B-1"));
        assertThat(cashier.get(path).text()).contains("请填写完整：金额只写数字");
        assertThat(statement().payments()).hasSize(1);
    }

    @Test
    void aPaymentIsReversedWithItsReasonAndItsReceiptIsVoid() {
        String action = path + "/payments/" + slip.paymentId() + "/reverse";
        cashier.form(action, cashier.get(path).text(), Map.of("reason", " "));
        assertThat(cashier.get(path).text()).contains("请填写原因");
        cashier.form(action, cashier.get(path).text(), Map.of("reason", "转账被退回"));
        assertThat(cashier.get(path).text()).contains("已冲正收款 50,000.00 元", "转账被退回", "已冲正");
        cashier.form(action, cashier.get(path).text(), Map.of("reason", "转账被退回"));
        assertThat(cashier.get(path).text()).contains("第 1 笔收款已经冲正，不能再次冲正。");
        assertThat(statement().receipts()).noneMatch(ReceiptView::valid);
    }

    @Test
    void aReceiptIsReissuedToAnotherNameAndVoided() {
        String receipts = path + "/receipts/";
        cashier.form(
                receipts + slip.receiptId() + "/reissue",
                cashier.get(path).text(),
                Map.of("payer", "王大明", "reason", "抬头写错"));
        ReceiptView fresh = statement().receipts().get(1);
        assertThat(fresh.payer()).isEqualTo("王大明");
        cashier.form(receipts + fresh.id() + "/void", cashier.get(path).text(), Map.of("reason", "污损"));
        assertThat(cashier.get(path).text())
                .contains("票据 " + fresh.receiptNo() + " 已作废，号码保留。", "换自 " + slip.receiptNo());
    }

    @Test
    void onlyTheFirstPrintIsTheOriginal() {
        String receipt = path + "/receipts/" + slip.receiptId();
        assertThat(cashier.get(receipt).text())
                .contains("预览", "伍万元整", "¥50,000.00")
                .doesNotContain("补打");

        assertThat(cashier.form(receipt + "/print", cashier.get(path).text(), Map.of())
                        .location())
                .endsWith(receipt);
        assertThat(cashier.get(receipt).text()).contains(slip.receiptNo()).doesNotContain("预览", "补打");
        assertThat(cashier.get(receipt).text()).as("looked at once more").contains("补打");

        cashier.form(receipt + "/print", cashier.get(path).text(), Map.of());
        assertThat(cashier.get(receipt).text()).contains("补打");
        assertThat(statement().receipts().get(0).prints()).isEqualTo(2);
    }

    @Test
    void afterASettlementOnlyWhatIsOwedIsPaidBack() {
        ledger.settle(account, Fault.NOBODY, "wu.zong");
        String page = cashier.get(path).text();
        assertThat(page).contains("本案款项已结算", "登记退款", "不再执行").doesNotContain("登记收款");
        Map<String, String> refund = money("50000.01", "B-9");
        refund.put("reason", "退定");
        cashier.form(path + "/refunds", page, refund);
        assertThat(cashier.get(path).text()).contains("退款 50,000.01 元超过可退金额 50,000.00 元");
        refund.put("amount", "50000");
        cashier.form(path + "/refunds", page, refund);
        cashier.form(path + "/refunds", page, refund);
        assertThat(cashier.get(path).text()).contains("已登记退款 50,000.00 元，尚可退 0.00 元。");
        assertThat(statement().refunds()).hasSize(1);

        UUID back = statement().refunds().get(0).id();
        cashier.form(path + "/refunds/" + back + "/reverse", page, Map.of("reason", "银行退回"));
        assertThat(ledger.refundDue(account)).isEqualTo(Money.of("50000"));
    }

    @Test
    void aReceiptNumberLeadsToItsAccount() {
        Answer found = cashier.get("/money?q=" + slip.receiptNo().toLowerCase());
        assertThat(found.status()).isEqualTo(302);
        assertThat(found.location()).contains(path);
        assertThat(cashier.get("/money").text()).contains("最近的票据", slip.receiptNo());
        assertThat(cashier.get("/money?q=%25%27").text()).contains("没有找到");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhao.ming", "wu.zong"})
    void thoseWhoRunTheSiteReadAndDoNotAct(String userId) {
        TasklistSession reader = TasklistSession.of(port, userId);
        String page = reader.get(path).text();
        assertThat(page).contains(slip.receiptNo(), "950,000.00").doesNotContain("登记收款", "冲正原因", "作废原因", "换票原因");
        assertThat(reader.get(path + "/receipts/" + slip.receiptId()).status()).isEqualTo(200);
        for (String action : actions()) {
            assertThat(reader.form(action, page, money("1", "B-2")).status())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(statement().acts()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chen.xiao",
                "sun.li",
                "zhou.kai",
                "zheng.fang",
                "feng.tao",
                "jiang.bo",
                "han.mei",
                "shen.yi",
                "xu.qiang"
            })
    void everybodyElseIsTurnedAway(String userId) {
        TasklistSession other = TasklistSession.of(port, userId);
        String token = other.get("/units").text();
        assertThat(other.get("/money").status()).isEqualTo(403);
        assertThat(other.get(path).status()).isEqualTo(403);
        assertThat(other.get(path + "/receipts/" + slip.receiptId()).status()).isEqualTo(403);
        for (String action : actions()) {
            assertThat(other.form(action, token, money("1", "B-2")).status())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(statement().acts()).hasSize(3);
    }

    @Test
    void guessedIdsLeadNowhere() {
        String page = cashier.get(path).text();
        UUID guessed = UUID.randomUUID();
        assertThat(cashier.get("/money/" + guessed).status()).isEqualTo(404);
        assertThat(cashier.get(path + "/receipts/" + guessed).status()).isEqualTo(404);
        assertThat(cashier.get("/money/" + guessed + "/receipts/" + slip.receiptId())
                        .status())
                .as("a real receipt under another account")
                .isEqualTo(404);
        for (String action : List.of(
                "/money/" + guessed + "/payments",
                "/money/" + guessed + "/payments/" + slip.paymentId() + "/reverse",
                path + "/payments/" + guessed + "/reverse",
                path + "/refunds/" + guessed + "/reverse",
                path + "/receipts/" + guessed + "/void",
                path + "/receipts/" + guessed + "/print",
                "/money/" + guessed + "/receipts/" + slip.receiptId() + "/void")) {
            assertThat(cashier.form(action, page, money("1", "B-2")).status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(cashier.get("/money/not-an-id").status()).isIn(400, 404);
    }

    @Test
    void withoutTheTokenOfThePageNothingIsRecorded() {
        assertThat(cashier.form(path + "/payments", "", money("1", "B-2")).status())
                .isEqualTo(403);
        assertThat(statement().payments()).hasSize(1);
    }

    private List<String> actions() {
        return List.of(
                path + "/payments",
                path + "/refunds",
                path + "/payments/" + slip.paymentId() + "/reverse",
                path + "/refunds/" + UUID.randomUUID() + "/reverse",
                path + "/receipts/" + slip.receiptId() + "/void",
                path + "/receipts/" + slip.receiptId() + "/reissue",
                path + "/receipts/" + slip.receiptId() + "/print");
    }

    /** The form as the page rendered it for the cashier, filled in. */
    private Map<String, String> money(String amount, String bankSerial) {
        Matcher key = MONEY_KEY.matcher(cashier.get(path).text());
        Map<String, String> form = new HashMap<>();
        form.put("key", key.find() ? key.group(1) : UUID.randomUUID().toString());
        form.put("item", "FULL_PAYMENT");
        form.put("amount", amount);
        form.put("method", "TRANSFER");
        form.put("person", "王小明");
        form.put("bankSerial", bankSerial);
        form.put("paidOn", today.toString());
        form.put("reason", "核对");
        return form;
    }

    private Statement statement() {
        return ledger.statement(account).orElseThrow();
    }
}
