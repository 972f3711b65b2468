package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.collection.LedgerCheck;
import cn.anchang.collection.Tracking;
import cn.anchang.collection.TrackingFilter;
import cn.anchang.collection.TrackingRow;
import cn.anchang.collection.TrackingSort;
import cn.anchang.collection.TrackingStatus;
import cn.anchang.collection.TrackingTotals;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.Statement;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.shared.Money;
import cn.anchang.testing.TasklistSession.Answer;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 客户回款跟踪表: what it says is what the ledger says, on every day and after every act. */
class ReceivablesJourneyTest extends JourneyTest {

    @Autowired
    Tracking tracking;

    @Autowired
    LedgerCheck check;

    @Autowired
    Ledger ledger;

    @Test
    void theFiveStatusesFollowFromDayAndMoney() {
        Sale sale = sale().inInstalments();
        LocalDate due = line(sale, 3).dueOn();

        assertThat(status(sale, 1)).isEqualTo("PAID");
        to(due.minusDays(8));
        assertThat(status(sale, 3)).isEqualTo("NOT_DUE");
        to(due.minusDays(7));
        assertThat(status(sale, 3)).isEqualTo("DUE");
        sale.receive(ledger, "100000.00");
        assertThat(status(sale, 3)).isEqualTo("PARTLY_PAID");
        to(due);
        assertThat(status(sale, 3)).isEqualTo("PARTLY_PAID");
        to(due.plusDays(45));
        assertThat(status(sale, 3)).isEqualTo("OVERDUE");
        assertThat(tracking.byAge(of(sale)))
                .containsExactly(new TrackingTotals("31–60", 1, Money.of("300000.00"), Money.of("100000.00")));
        sameAsTheLedger(sale);

        sale.receive(ledger, "200000.00");
        assertThat(status(sale, 3)).isEqualTo("PAID");
        assertThat(row(sale, 3).paidOn()).isEqualTo(sale.today());
        sale.reverseLastPayment(ledger);
        assertThat(status(sale, 3)).isEqualTo("OVERDUE");
        sameAsTheLedger(sale);
    }

    @Test
    void totalsAreThoseOfTheRowsWhateverIsFiltered() {
        Sale sale = sale().inInstalments();
        to(line(sale, 3).dueOn().plusDays(1));
        for (TrackingStatus status : TrackingStatus.values()) {
            TrackingFilter filter = new TrackingFilter(
                    sale.site().projectId(),
                    CHEN,
                    status,
                    null,
                    null,
                    sale.person().name());
            List<TrackingRow> rows = tracking.rows(filter, TrackingSort.REST, true, 0, 100);
            TrackingTotals total = TrackingTotals.sum("", tracking.byStatus(filter));
            assertThat(total.count()).as("%s", status).isEqualTo(rows.size());
            assertThat(total.rest())
                    .isEqualTo(Money.sum(rows.stream().map(TrackingRow::rest).toList()));
        }
        assertThat(tracking.byStatus(of(sale)))
                .extracting(TrackingTotals::of, TrackingTotals::count)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("OVERDUE", 1L),
                        org.assertj.core.api.Assertions.tuple("NOT_DUE", 2L),
                        org.assertj.core.api.Assertions.tuple("PAID", 2L));
        assertThat(tracking.byConsultant(of(sale))).singleElement().satisfies(one -> {
            assertThat(one.of()).isEqualTo(CHEN);
            assertThat(one.amount()).isEqualTo(Money.of("1000000.00"));
        });
        assertThat(TrackingTotals.sum("", tracking.byMonth(of(sale))).amount()).isEqualTo(Money.of("1000000.00"));
        assertThat(tracking.byProject(of(sale))).hasSize(1);
    }

    @Test
    void aPageIsSortedAndGoesOn() {
        Sale sale = sale().inInstalments();
        List<TrackingRow> all = tracking.rows(of(sale), TrackingSort.AMOUNT, true, 0, 10);
        assertThat(all)
                .hasSize(5)
                .extracting(row -> row.amount().toString())
                .isSortedAccordingTo((a, b) -> new java.math.BigDecimal(b).compareTo(new java.math.BigDecimal(a)));
        assertThat(tracking.rows(of(sale), TrackingSort.AMOUNT, true, 2, 2)).isEqualTo(all.subList(2, 4));
    }

    @Test
    void aConsultantSeesTheOwnCustomersOnlyAndTheWorkbookIsTheSame() throws Exception {
        Sale sale = sale().inInstalments();
        String query = "/receivables?project=" + sale.site().projectId();
        Answer own = at(CHEN).get(query, "text/html");
        assertThat(own.text()).contains(sale.person().name(), "300,000.00", "合计");
        assertThat(at(LIN).get(query, "text/html").text()).contains("没有符合条件的期款");
        assertThat(at(LIN).get(query + "&consultant=" + CHEN, "text/html").text())
                .contains("没有符合条件的期款");
        assertThat(at(CASHIER).get("/receivables/statistics", "text/html").text())
                .contains("逾期账龄", "按置业顾问", "陈晓");
        byte[] file = at(CASHIER)
                .download("/receivables/export?project=" + sale.site().projectId());
        sameAsTheLedger(sale, file);
        byte[] colleagues =
                at(LIN).download("/receivables/export?project=" + sale.site().projectId() + "&consultant=" + CHEN);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(colleagues))) {
            assertThat(book.getSheetAt(0).getLastRowNum())
                    .as("headings and totals only")
                    .isEqualTo(3);
        }
        byte[] old = at(CASHIER)
                .download(
                        "/receivables/export?format=XLS&project=" + sale.site().projectId());
        Files.write(Path.of("target/workbooks/tracking.xls"), old);
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(old))) {
            Row total = book.getSheetAt(0).getRow(book.getSheetAt(0).getLastRowNum());
            Statement statement = ledger.statement(sale.caseId()).orElseThrow();
            for (boolean calculated : new boolean[] {false, true}) {
                FormulaEvaluator formulas = book.getCreationHelper().createFormulaEvaluator();
                assertThat(money(total.getCell(10), formulas, calculated))
                        .isEqualTo(Money.sum(statement.instalments().stream()
                                .map(InstalmentView::amount)
                                .toList()));
                assertThat(money(total.getCell(2), formulas, calculated))
                        .isEqualTo(Money.sum(statement.instalments().stream()
                                .map(InstalmentView::paid)
                                .toList()));
            }
        }
    }

    @Test
    void theNightlyCheckNamesWhatDoesNotAddUp() {
        Sale sale = sale().inInstalments();
        assertThat(differencesOf(sale)).isEmpty();
        assertThat(differencesOf(sale().reserved()))
                .as("a deposit waits for its plan")
                .isEmpty();

        sale.receive(ledger, "1000000.00");
        assertThat(differencesOf(sale)).containsExactly("ALLOCATION 1300000.00 1000000.00");
        jdbc.update("update sales.receivables set paid = paid - 1 where account_id = ? and seq = 3", sale.caseId());
        assertThat(differencesOf(sale)).hasSize(2).anyMatch(one -> one.startsWith("TABLE"));
        jdbc.update("update sales.receivables set paid = paid + 0.99 where account_id = ? and seq = 3", sale.caseId());
        assertThat(differencesOf(sale)).as("a cent too").anyMatch(one -> one.startsWith("TABLE"));
        jdbc.update("update sales.sales_contracts set total = total + 5 where case_id = ?", sale.caseId());
        assertThat(differencesOf(sale))
                .hasSize(3)
                .anyMatch(one -> one.startsWith("TABLE"))
                .contains("PLAN_PRICE 1000005.00 1000000.00");
        jdbc.update("update sales.sales_contracts set total = total - 5 where case_id = ?", sale.caseId());
        sale.reverseLastPayment(ledger);
        assertThat(differencesOf(sale))
                .as("the account's next act writes its lines anew")
                .isEmpty();
        assertThat(at(CASHIER).get("/receivables/statistics", "text/html").text())
                .contains("核对", "个账户");
    }

    /** Every total is a formula over real numbers, and comes to what the ledger says. */
    private void sameAsTheLedger(Sale sale, byte[] file) throws Exception {
        Files.write(Files.createDirectories(Path.of("target/workbooks")).resolve("tracking.xlsx"), file);
        Statement statement = ledger.statement(sale.caseId()).orElseThrow();
        Money due = Money.sum(
                statement.instalments().stream().map(InstalmentView::amount).toList());
        Money paid = Money.sum(
                statement.instalments().stream().map(InstalmentView::paid).toList());
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            FormulaEvaluator formulas = book.getCreationHelper().createFormulaEvaluator();
            XSSFSheet table = book.getSheet("客户回款跟踪表");
            Row total = table.getRow(table.getLastRowNum());
            assertThat(total.getCell(0).getStringCellValue()).isEqualTo("合计");
            assertThat(total.getCell(2).getCellFormula()).startsWith("SUBTOTAL(109,");
            for (boolean calculated : new boolean[] {false, true}) {
                assertThat(money(total.getCell(2), formulas, calculated)).isEqualTo(paid);
                assertThat(money(total.getCell(10), formulas, calculated)).isEqualTo(due);
                assertThat(money(total.getCell(11), formulas, calculated)).isEqualTo(due.minus(paid));
            }
            Row first = table.getRow(3);
            assertThat(DateUtil.isCellDateFormatted(first.getCell(9))).isTrue();
            assertThat(first.getCell(10).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(table.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isEqualTo(4);
            Map<String, String> colours = new HashMap<>();
            var formats = table.getSheetConditionalFormatting();
            for (int i = 0; i < formats.getNumConditionalFormattings(); i++) {
                var rule = formats.getConditionalFormattingAt(i).getRule(0);
                assertThat(formats.getConditionalFormattingAt(i)
                                .getFormattingRanges()[0]
                                .formatAsString())
                        .isEqualTo("D4:D" + table.getLastRowNum());
                colours.put(
                        rule.getFormula1().replaceFirst("^\\$?D4=", ""),
                        rule.getPatternFormatting()
                                .getFillBackgroundColorColor()
                                .getARGBHex());
            }
            assertThat(colours)
                    .containsEntry("\"已付款\"", "FFC6E0B4")
                    .containsEntry("\"逾期未付款\"", "FFF8CBAD")
                    .hasSize(4);
            assertThat(table.getPrintSetup().getLandscape()).isTrue();
            assertThat(table.getRepeatingRows().getLastRow()).isEqualTo(2);
            assertThat(table.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:N" + table.getLastRowNum());
            XSSFSheet statistics = book.getSheet("统计");
            List<XSSFChart> charts = statistics.getDrawingPatriarch().getCharts();
            assertThat(charts)
                    .extracting(chart -> chart.getCTChart().getTitle().xmlText())
                    .anyMatch(title -> title.contains("状态"));
            for (XSSFChart chart : charts) {
                var plot = chart.getCTChart().getPlotArea();
                assertThat(plot.getBarChartArray(0).getBarDir().getVal()).hasToString("col");
                assertThat(plot.getValAxArray(0).getNumFmt().getSourceLinked()).isFalse();
                assertThat(plot.getBarChartArray(0)
                                .getSerArray(0)
                                .getVal()
                                .getNumRef()
                                .getF())
                        .startsWith("统计!$");
            }
            int totals = 0;
            for (Row row : statistics) {
                if (row.getCell(0) != null
                        && row.getCell(0).getStringCellValue().equals("合计")) {
                    totals++;
                    Money rest = due.minus(paid);
                    for (boolean calculated : new boolean[] {false, true}) {
                        assertThat(money(row.getCell(4), formulas, calculated))
                                .isEqualTo(totals == 2 ? Money.ZERO : rest);
                        assertThat(money(row.getCell(3), formulas, calculated))
                                .isEqualTo(totals == 2 ? Money.ZERO : paid);
                        assertThat(money(row.getCell(2), formulas, calculated))
                                .isEqualTo(totals == 2 ? Money.ZERO : due);
                        assertThat(money(row.getCell(1), formulas, calculated))
                                .isEqualTo(Money.of(
                                        totals == 2
                                                ? "0"
                                                : String.valueOf(
                                                        statement.instalments().size())));
                    }
                }
            }
            assertThat(totals).as("status, age, project, consultant, month").isEqualTo(5);
        }
        assertThat(jdbc.queryForList(
                        "select by_whom || ' ' || title || ' ' || rows from sales.exports where asked = ?",
                        String.class,
                        "项目 "
                                + jdbc.queryForObject(
                                        "select project_name from sales.sales_cases where id = ?",
                                        String.class,
                                        sale.caseId())))
                .contains(CASHIER + " 客户回款跟踪表 5");
    }

    private static Money money(Cell cell, FormulaEvaluator formulas, boolean calculated) {
        double value = calculated ? formulas.evaluate(cell).getNumberValue() : cell.getNumericCellValue();
        return Money.of(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN));
    }

    private List<String> differencesOf(Sale sale) {
        check.check("system");
        return check.differences(check.latest().orElseThrow().id()).stream()
                .filter(one -> one.account().equals(sale.caseId()))
                .map(one -> one.kind() + " " + one.expected() + " " + one.found())
                .toList();
    }

    private void sameAsTheLedger(Sale sale) {
        Statement statement = ledger.statement(sale.caseId()).orElseThrow();
        List<TrackingRow> rows = tracking.rows(of(sale), TrackingSort.DUE_ON, false, 0, 100);
        assertThat(rows)
                .extracting(row -> row.seq() + " " + row.amount() + " " + row.paid() + " " + row.status())
                .containsExactlyInAnyOrderElementsOf(statement.instalments().stream()
                        .map(one -> one.seq() + " " + one.amount() + " " + one.paid() + " " + one.state())
                        .toList());
    }

    private TrackingFilter of(Sale sale) {
        return new TrackingFilter(sale.site().projectId(), null, null, null, null, null);
    }

    private TrackingRow row(Sale sale, int seq) {
        return tracking.rows(of(sale), TrackingSort.DUE_ON, false, 0, 100).stream()
                .filter(one -> one.seq() == seq)
                .findFirst()
                .orElseThrow();
    }

    private String status(Sale sale, int seq) {
        return row(sale, seq).status().name();
    }

    private InstalmentView line(Sale sale, int seq) {
        return ledger.statement(sale.caseId()).orElseThrow().instalments().stream()
                .filter(one -> one.seq() == seq)
                .findFirst()
                .orElseThrow();
    }
}
