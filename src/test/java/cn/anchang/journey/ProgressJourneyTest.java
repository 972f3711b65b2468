package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.shared.Sentences;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 销售过程进度分析表 and 销售进度表: what is exported is what the stages' rows say, and what comes back changes plans only. */
class ProgressJourneyTest extends JourneyTest {

    private static final int FIRST_ROW = 4;

    @Autowired
    Sentences sentences;

    @Test
    void theWorkbookSaysWhatTheStagesSay() throws IOException {
        Sale sale = sale().inInstalments();
        String asked = "?project=" + sale.site().projectId();
        byte[] file = at(MANAGER).download("/progress/export" + asked);
        keep("progress.xlsx", file);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheet("销售过程进度分析表");
            Map<String, Integer> columns = columns(sheet);
            Row row = sheet.getRow(FIRST_ROW);
            assertThat(row.getCell(columns.get("客户")).getStringCellValue())
                    .isEqualTo(sale.person().name());
            assertThat(row.getCell(columns.get("电话")).getStringCellValue()).contains("****");
            jdbc.query(
                    "select stage, planned_to, actual_to from sales.milestones where case_id = ? and planned_to is not null",
                    stage -> {
                        String name = sentences.text("Stage." + stage.getString("stage"));
                        assertThat(day(row, columns.get(name + "计划完成")))
                                .as(name)
                                .isEqualTo(stage.getObject("planned_to", LocalDate.class));
                        assertThat(day(row, columns.get(name + "实际完成")) == null)
                                .as(name)
                                .isEqualTo(stage.getTimestamp("actual_to") == null);
                    },
                    sale.caseId());
            Row total = sheet.getRow(sheet.getLastRowNum());
            FormulaEvaluator formulas = book.getCreationHelper().createFormulaEvaluator();
            assertThat(formulas.evaluate(total.getCell(1)).getNumberValue()).isEqualTo(1);
            int signed = columns.get("签约实际完成");
            assertThat(total.getCell(signed).getCellFormula()).startsWith("SUBTOTAL(102,");
            assertThat(formulas.evaluate(total.getCell(signed)).getNumberValue())
                    .isEqualTo(total.getCell(signed).getNumericCellValue())
                    .isEqualTo(1);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) FIRST_ROW);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(2);
            assertThat(sheet.getRepeatingRows().getLastRow()).isEqualTo(3);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A4:" + CellReference.convertNumToColString(total.getLastCellNum() - 1) + "5");
        }
        try (HSSFWorkbook book = new HSSFWorkbook(
                new ByteArrayInputStream(at(MANAGER).download("/progress/export" + asked + "&format=XLS")))) {
            assertThat(book.getSheetAt(0).getRow(FIRST_ROW).getCell(1).getStringCellValue())
                    .isEqualTo(sale.person().name());
        }
    }

    @Test
    void anEditedFileShowsItsDifferencesBeforeAnythingChanges() throws IOException {
        Sale sale = sale().inInstalments();
        byte[] file =
                at(MANAGER).download("/progress/export?project=" + sale.site().projectId());
        TasklistSession manager = at(MANAGER);
        String same = checked(manager, file);
        assertThat(manager.get(same).text()).contains("完全一致");

        LocalDate title = sale.today().plusDays(400);
        String job = checked(manager, edited(file, Map.of("产权登记计划完成", title)));
        String page = manager.get(job).text();
        assertThat(page).contains("将要改动", "产权登记计划完成", sentences.shown(title));
        assertThat(plan(sale, "TITLE")).isNotEqualTo(title);
        manager.form(job + "/apply", page, Map.of());
        assertThat(settled(manager, job)).contains("已写入");
        assertThat(plan(sale, "TITLE")).isEqualTo(title);
        assertThat(jdbc.queryForList(
                        "select by_whom || ' ' || stage || ' ' || becomes from sales.stage_plan_changes where case_id = ?",
                        String.class,
                        sale.caseId()))
                .containsExactly(MANAGER + " TITLE " + title);

        String wrong = checked(
                manager,
                edited(file, Map.of("签约计划完成", title, "资料移交计划完成", sale.today().minusDays(1), "按揭放款计划完成", title)));
        assertThat(manager.get(wrong).text())
                .contains("“签约”已经开始", "已经过去，请填写今天或以后的日期", "“按揭放款”不能手工排计划")
                .doesNotContain("要写入吗");
        try (XSSFWorkbook errors = new XSSFWorkbook(new ByteArrayInputStream(manager.download(wrong + "/errors")))) {
            assertThat(errors.getSheetAt(0).getRow(1).getLastCellNum()).isGreaterThan((short) 40);
        }
    }

    @Test
    void aConsultantHasTheOwnCustomersInTheFileAndNobodyElsesFile() throws IOException {
        Sale sale = sale().reserved();
        String asked = "?project=" + sale.site().projectId();
        assertThat(at(LIN).get("/progress" + asked).text()).contains("没有符合条件的客户");
        assertThat(at(CHEN).get("/progress" + asked).text())
                .contains(sale.person().name(), "办结认购");
        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(at(LIN).download("/progress/export" + asked + "&consultant=" + CHEN)))) {
            assertThat(book.getSheetAt(0).getLastRowNum())
                    .as("headings and totals only")
                    .isEqualTo(FIRST_ROW);
        }
        Answer own = at(CHEN).get("/progress/export" + asked);
        String path = own.location().replaceFirst("^http://[^/]+", "");
        assertThat(path).endsWith("/file");
        assertThat(at(CHEN).download(path)).isNotEmpty();
        assertThatThrownBy(() -> at(LIN).download(path)).isInstanceOf(IllegalStateException.class);
        assertThat(at(LIN).get("/exports").text()).doesNotContain("陈晓");
        assertThat(at(MANAGER).get("/exports").text()).contains("陈晓", "销售过程进度分析表");
    }

    @Test
    void theScheduleIsANativeChartOfTheSalesOwnDays() throws IOException {
        Sale sale = sale().inInstalments();
        to(sale.today().plusDays(45));
        byte[] file = at(CHEN).download("/progress/schedule/" + sale.caseId());
        keep("schedule-of-sale.xlsx", file);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).contains("销售进度表");
            long overrun = 0;
            for (int i = 2; i <= sheet.getLastRowNum(); i++) {
                overrun += (long) sheet.getRow(i).getCell(3).getNumericCellValue();
            }
            assertThat(overrun).as("the filing is 15 days late").isGreaterThanOrEqualTo(15);
            var bars = sheet.getDrawingPatriarch()
                    .getCharts()
                    .get(0)
                    .getCTChart()
                    .getPlotArea()
                    .getBarChartArray(0);
            assertThat(bars.sizeOfSerArray()).isEqualTo(4);
            assertThat(bars.getSerArray(0).getSpPr().isSetNoFill()).isTrue();
        }
        byte[] buildings =
                at(MANAGER).download("/progress/schedule?project=" + sale.site().projectId());
        keep("schedule-of-building.xlsx", buildings);
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(buildings))) {
            assertThat(book.getSheetAt(0).getRow(2).getCell(1).getStringCellValue())
                    .contains(sale.person().name());
        }
    }

    private LocalDate plan(Sale sale, String stage) {
        return jdbc
                .queryForList(
                        "select planned_to from sales.milestones where case_id = ? and stage = ? order by round desc limit 1",
                        LocalDate.class,
                        sale.caseId(),
                        stage)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** @return the address of the import, once it is checked */
    private String checked(TasklistSession person, byte[] file) {
        Answer up =
                person.upload("/import/sales-progress", person.get("/import").text(), "file", "progress.xlsx", file);
        String job = up.location().replaceFirst("^http://[^/]+", "");
        settled(person, job);
        return job;
    }

    private static String settled(TasklistSession person, String job) {
        String page = person.get(job).text();
        for (int i = 0; i < 200 && page.contains("data-reload"); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            page = person.get(job).text();
        }
        return page;
    }

    private static byte[] edited(byte[] file, Map<String, LocalDate> days) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.getSheetAt(0);
            Map<String, Integer> columns = columns(sheet);
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            days.forEach((column, day) -> {
                var cell = sheet.getRow(FIRST_ROW).getCell(columns.get(column));
                cell.setCellValue(day);
                cell.setCellStyle(style);
            });
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Map<String, Integer> columns(Sheet sheet) {
        Map<String, Integer> columns = new HashMap<>();
        String above = "";
        for (int i = 0; i < sheet.getRow(2).getLastCellNum(); i++) {
            String upper = sheet.getRow(2).getCell(i).getStringCellValue();
            String lower = sheet.getRow(3).getCell(i).getStringCellValue();
            above = upper.isEmpty() ? above : upper;
            columns.put(above + lower, i);
        }
        return columns;
    }

    private static LocalDate day(Row row, int column) {
        var cell = row.getCell(column);
        return cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                ? cell.getLocalDateTimeCellValue().toLocalDate()
                : null;
    }

    private static void keep(String name, byte[] file) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/workbooks")).resolve(name), file);
    }
}
