package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.TasklistSession;
import cn.anchang.workbook.ImportJob;
import cn.anchang.workbook.ImportOutcome.Accepted;
import cn.anchang.workbook.Imports;
import cn.anchang.workbook.SheetWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A bank statement proposes where its lines belong; nothing is booked before a person has said so, and nothing twice. */
class BankStatementJourneyTest extends JourneyTest {

    private static final List<String> HEADINGS = List.of("流水号", "交易日期", "贷方金额", "对方户名", "附言");

    @Autowired
    Imports imports;

    @Test
    void aLineIsBookedWhereAPersonSaysAndTheSameFileTwiceBooksNothingTwice() {
        Sale sale = inInstalments();
        String serial = serial();
        String contract = jdbc.queryForObject(
                "select no from sales.sales_contracts where case_id = ?", String.class, sale.caseId());
        byte[] file = sheet(
                row(serial, sale.today(), 300000, sale.person().name(), contract + " 二期款"),
                row(serial(), sale.today(), null, "电力公司", "电费"));

        ImportJob first = broughtIn(file);
        assertThat(first.added()).isOne();
        assertThat(payments(sale)).as("nothing is booked by itself").isEqualTo(2);
        String page = statements();
        assertThat(page).contains(serial, "有把握", contract, "金额等于第");

        book(page, serial, sale);
        assertThat(payments(sale)).isEqualTo(3);
        assertThat(decided(serial)).isEqualTo("BOOKED qian.hui");

        ImportJob again = checked(file);
        assertThat(again.added()).isZero();
        book(page, serial, sale);
        assertThat(payments(sale)).as("a page left open books nothing twice").isEqualTo(3);
    }

    @Test
    void whatIsOnTheBooksAlreadyIsNotBookedAgain() {
        Sale sale = inInstalments();
        String serial = jdbc.queryForObject(
                "select bank_serial from sales.payments where account_id = ? order by seq desc limit 1",
                String.class,
                sale.caseId());
        broughtIn(sheet(row(serial, sale.today(), 250000, sale.person().name(), "首付")));

        String page = statements();
        assertThat(page).contains(serial, "流水号已入账");
        book(page, serial, sale);
        assertThat(payments(sale)).isEqualTo(2);
        at(CASHIER).form("/money/statements/" + line(serial) + "/dismiss", page, Map.of("reason", "任务中已收取"));
        assertThat(decided(serial)).isEqualTo("DISMISSED qian.hui");
    }

    @Test
    void whatCannotBeReadIsSaidByRow() {
        String serial = serial();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        broughtIn(sheet(row(serial, today, 100, "甲", "")));

        ImportJob other = checked(sheet(
                row(serial, today, 200, "甲", ""),
                row(serial(), today.plusDays(1), 100, "乙", ""),
                row(null, today, 100, "丙", "")));

        assertThat(other.bad()).isEqualTo(3);
        assertThat(other.problems().toString()).contains("以前导入过", "晚于今天");
    }

    @Test
    void onlyFinanceBringsStatementsIn() {
        assertThat(imports.mayImport(CASHIER, "bank-statement")).isTrue();
        assertThat(imports.mayImport(CHEN, "bank-statement")).isFalse();
        assertThat(at(CHEN).get("/money/statements").status()).isEqualTo(403);
    }

    private Sale inInstalments() {
        Sale sale = sale().subscribedBy("INSTALMENTS");
        accepted(sale.pay("250000.00"));
        accepted(sale.signContract(Map.of()));
        return sale;
    }

    private void book(String page, String serial, Sale sale) {
        at(CASHIER)
                .form(
                        "/money/statements/" + line(serial) + "/book",
                        page,
                        Map.of("account", sale.key(), "item", "INSTALMENT"));
    }

    private String decided(String serial) {
        return jdbc.queryForObject(
                "select state || ' ' || decided_by from sales.bank_lines where serial = ?", String.class, serial);
    }

    private UUID line(String serial) {
        return jdbc.queryForObject("select id from sales.bank_lines where serial = ?", UUID.class, serial);
    }

    private String statements() {
        TasklistSession.Answer page = at(CASHIER).get("/money/statements", "text/html");
        accepted(page);
        return page.text();
    }

    private int payments(Sale sale) {
        return jdbc.queryForObject(
                "select count(*) from sales.payments where account_id = ?", Integer.class, sale.caseId());
    }

    private static String serial() {
        return "LS" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    @SafeVarargs
    private static byte[] sheet(List<Object>... rows) {
        try (SheetWriter sheet = new SheetWriter("流水")) {
            sheet.headings(HEADINGS);
            for (List<Object> row : rows) {
                sheet.row(row.toArray());
            }
            return sheet.finish();
        }
    }

    private ImportJob checked(byte[] file) {
        return settled(((Accepted) imports.start("bank-statement", "流水.xlsx", file, CASHIER)).job());
    }

    private ImportJob broughtIn(byte[] file) {
        ImportJob job = checked(file);
        return settled(((Accepted) imports.apply(job.id(), CASHIER)).job());
    }

    private ImportJob settled(ImportJob job) {
        ImportJob seen = job;
        for (int i = 0; i < 400 && seen.state().isRunning(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            seen = ((Accepted) imports.job(job.id(), CASHIER)).job();
        }
        assertThat(seen.state().isRunning()).isFalse();
        return seen;
    }
}
