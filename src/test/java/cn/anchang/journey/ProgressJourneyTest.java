package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.shared.Sentences;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.ExportJob;
import cn.anchang.workbook.ExportOutcome;
import cn.anchang.workbook.Exports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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

    @Autowired
    Exports exports;

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
    void theErrorWorkbookIsMendedAndUploadedAgain() throws IOException {
        Sale sale = sale().inInstalments();
        LocalDate title = sale.today().plusDays(300);
        byte[] file =
                at(MANAGER).download("/progress/export?project=" + sale.site().projectId());
        TasklistSession manager = at(MANAGER);
        byte[] odd = withRows(file, sheet -> {
            Map<String, Integer> columns = columns(sheet);
            Row stranger = sheet.createRow(FIRST_ROW + 2);
            stranger.createCell(0).setCellValue("XS-1999-999999");
            Row twice = sheet.createRow(FIRST_ROW + 3);
            twice.createCell(0).setCellValue(sheet.getRow(FIRST_ROW).getCell(0).getStringCellValue());
            sheet.getRow(FIRST_ROW).getCell(columns.get("产权登记计划完成")).setCellValue("下个月");
        });

        String job = checked(manager, odd);
        assertThat(manager.get(job).text())
                .contains("没有案号为“XS-1999-999999”的销售案", "与第 5 行重复", "“下个月”不是日期")
                .doesNotContain("要写入吗");
        byte[] errors = manager.download(job + "/errors");
        keep("progress-errors.xlsx", errors);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(errors))) {
            Sheet sheet = book.getSheetAt(0);
            int reason = sheet.getRow(0).getLastCellNum() - 1;
            assertThat(sheet.getRow(0).getCell(reason).getStringCellValue()).isEqualTo("错误原因");
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            assertThat(sheet.getRow(1).getCell(reason).getStringCellValue()).contains("产权登记计划完成", "不是日期");
            assertThat(sheet.getRow(2).getCell(reason).getStringCellValue()).contains("没有案号");
            assertThat(sheet.getRow(2).getCell(0).getCellComment().getString().getString())
                    .contains("XS-1999-999999");
        }

        byte[] mended = withRows(errors, sheet -> {
            int column = column(sheet.getRow(0), "产权登记计划完成");
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
            sheet.getRow(1).getCell(column).setCellValue(title);
            sheet.getRow(1).getCell(column).setCellStyle(style);
            sheet.removeRow(sheet.getRow(2));
            sheet.removeRow(sheet.getRow(3));
        });
        String again = checked(manager, mended);
        manager.form(again + "/apply", manager.get(again).text(), Map.of());
        assertThat(settled(manager, again)).contains("已写入");
        assertThat(plan(sale, "TITLE")).isEqualTo(title);
    }

    @Test
    void anOldFormatFileSortedAndFilteredComesInToo() throws IOException {
        SalesSite site = site(2);
        Sale first = sale(site, CHEN, Person.unknown()).inInstalments();
        Sale second = sale(site, CHEN, Person.unknown()).visited();
        byte[] file = at(MANAGER).download("/progress/export?format=XLS&project=" + site.projectId());
        keep("progress.xls", file);
        LocalDate title = first.today().plusDays(250);
        byte[] sorted = withRows(file, sheet -> {
            Map<String, Integer> columns = columns(sheet);
            String one = sheet.getRow(FIRST_ROW).getCell(0).getStringCellValue();
            sheet.getRow(FIRST_ROW)
                    .getCell(0)
                    .setCellValue(sheet.getRow(FIRST_ROW + 1).getCell(0).getStringCellValue());
            sheet.getRow(FIRST_ROW + 1).getCell(0).setCellValue(one);
            for (Row row : List.of(sheet.getRow(FIRST_ROW), sheet.getRow(FIRST_ROW + 1))) {
                columns.entrySet().stream()
                        .filter(column -> column.getKey().endsWith("计划完成"))
                        .forEach(column -> row.getCell(column.getValue()).setBlank());
                if (row.getCell(0).getStringCellValue().equals(no(first))) {
                    row.getCell(columns.get("产权登记计划完成")).setCellValue(title);
                } else {
                    row.setZeroHeight(true);
                }
            }
        });

        String job = checked(at(MANAGER), sorted);
        assertThat(at(MANAGER).get(job).text()).contains("将要改动", sentences.shown(title));
        at(MANAGER).form(job + "/apply", at(MANAGER).get(job).text(), Map.of());
        assertThat(settled(at(MANAGER), job)).contains("已写入");
        assertThat(plan(first, "TITLE")).isEqualTo(title);
        assertThat(plan(second, "TITLE")).isNull();
    }

    @Test
    void theBanksDayIsNotPlannedByHand() throws IOException {
        Sale sale = sale().inInstalments();
        jdbc.update(
                "insert into sales.milestones (id, version, case_id, stage, round, planned_from, planned_to)"
                        + " values (gen_random_uuid(), 0, ?, 'LOAN', 9, ?, ?)",
                sale.caseId(),
                sale.today(),
                sale.today().plusDays(30));
        byte[] file =
                at(MANAGER).download("/progress/export?project=" + sale.site().projectId());
        String job = checked(
                at(MANAGER), edited(file, Map.of("按揭放款计划完成", sale.today().plusDays(99))));
        assertThat(at(MANAGER).get(job).text()).contains("“按揭放款”不能手工排计划");
        jdbc.update("delete from sales.milestones where case_id = ? and round = 9", sale.caseId());
    }

    @Test
    void phonesAreMaskedUnlessTheRoleRevealsThemAndThenItIsWrittenDown() throws IOException {
        SalesSite site = site(2);
        Sale chens = sale(site, CHEN, Person.unknown()).visited();
        Sale lins = sale(site, LIN, Person.unknown()).visited();
        String asked = "?project=" + site.projectId();
        for (String person : List.of(CHEN, LIN, MANAGER, CASHIER, DIRECTOR)) {
            assertThat(phones(at(person).download("/progress/export" + asked)))
                    .as(person)
                    .isNotEmpty()
                    .allMatch(phone -> phone.matches("\\d{3}\\*{4}\\d{4}"));
        }
        assertThat(reveals(chens, MANAGER)).isZero();

        assertThat(phones(withPhones(MANAGER, asked))).containsExactlyInAnyOrder(phone(chens), phone(lins));
        assertThat(reveals(chens, MANAGER)).isOne();
        assertThat(reveals(lins, MANAGER)).isOne();
        assertThat(at(MANAGER).get("/exports").text()).contains("显示完整电话");
        assertThat(phones(withPhones(CHEN, asked))).containsExactly(phone(chens));
        assertThat(reveals(lins, CHEN)).isZero();
        String page = at(CASHIER).get("/progress" + asked).text();
        assertThat(page).doesNotContain("显示完整电话");
        assertThat(at(CASHIER)
                        .form("/progress/export" + asked, page, Map.of("phones", "true"))
                        .status())
                .isEqualTo(403);
    }

    private byte[] withPhones(String person, String asked) {
        String page = at(person).get("/progress" + asked).text();
        Answer answer = at(person).form("/progress/export" + asked, page, Map.of("phones", "true", "format", "XLSX"));
        return at(person).download(answer.location().replaceFirst("^http://[^/]+", ""));
    }

    private List<String> phones(byte[] file) throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            Sheet sheet = book.getSheetAt(0);
            int at = columns(sheet).get("电话");
            List<String> phones = new ArrayList<>();
            for (int i = FIRST_ROW; i < sheet.getLastRowNum(); i++) {
                phones.add(sheet.getRow(i).getCell(at).getStringCellValue());
            }
            return phones;
        }
    }

    private String phone(Sale sale) {
        return jdbc.queryForObject(
                "select p.phone from sales.customers p join sales.sales_cases c on c.customer_id = p.id where c.id = ?",
                String.class,
                sale.caseId());
    }

    private String no(Sale sale) {
        return jdbc.queryForObject("select no from sales.sales_cases where id = ?", String.class, sale.caseId());
    }

    private int reveals(Sale sale, String person) {
        return jdbc.queryForObject(
                "select count(*) from sales.reveals r join sales.sales_cases c on c.customer_id = r.customer_id"
                        + " where c.id = ? and r.revealed_to = ? and r.what = 'PHONE'",
                Integer.class,
                sale.caseId(),
                person);
    }

    @Test
    void anExportShowsHowFarItIsIsCalledOffAndFetchedLater() throws Exception {
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExportJob slow = begun("慢的导出", (out, counter) -> {
            counter.expect(100);
            for (int i = 0; i < 40; i++) {
                counter.row();
            }
            half.countDown();
            waitFor(goOn);
            out.write("内容".getBytes(StandardCharsets.UTF_8));
        });
        half.await();
        String path = "/exports/" + slow.id();
        String page = at(CHEN).get(path).text();
        assertThat(page).contains("data-reload", "正在写入", "已写 40 行，40%", "取消导出");
        assertThat(at(LIN).get(path).location()).endsWith("/exports");
        goOn.countDown();
        for (int i = 0; i < 200 && at(CHEN).get(path).text().contains("data-reload"); i++) {
            Thread.sleep(50);
        }
        assertThat(at(CHEN).get(path).text()).contains("文件已生成", "下载");
        assertThat(new String(at(CHEN).download(path + "/file"), StandardCharsets.UTF_8))
                .isEqualTo("内容");
        assertThat(at(CHEN).get("/exports").text()).contains(path + "/file");

        CountDownLatch rest = new CountDownLatch(1);
        ExportJob unwanted = begun("不要的导出", (out, counter) -> {
            waitFor(rest);
            counter.row();
            out.write(1);
        });
        String other = "/exports/" + unwanted.id();
        at(CHEN).form(other + "/cancel", at(CHEN).get(other).text(), Map.of());
        rest.countDown();
        assertThat(at(CHEN).get(other).text()).contains("已取消，没有生成文件");
        assertThat(at(CHEN).get(other + "/file").location()).endsWith("/exports");
    }

    private ExportJob begun(String title, Exports.Content content) {
        ExportOutcome outcome = exports.start(new Exports.Order(CHEN, title, "全部", BookFormat.XLSX), content);
        return ((ExportOutcome.Begun) outcome).job();
    }

    private static void waitFor(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static byte[] withRows(byte[] file, java.util.function.Consumer<Sheet> change) throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(book.getSheetAt(0));
            book.write(out);
            return out.toByteArray();
        }
    }

    private static int column(Row headings, String name) {
        for (var cell : headings) {
            if (cell.getStringCellValue().replaceAll("\\s|·", "").equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new IllegalArgumentException(name);
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
        byte[] bars = at(LIN).download("/progress/schedule" + asked);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bars))) {
            assertThat(book.getNumberOfSheets()).isOne();
            assertThat(book.getSheetAt(0).getLastRowNum()).as("headings only").isEqualTo(1);
        }
        assertThat(at(LIN).get("/progress/schedule/" + sale.caseId()).status()).isEqualTo(404);
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

    @Test
    void aBuildingShowsWhatIsDoneOverrunAndStillPlanned() throws IOException {
        SalesSite site = new SalesSite(jdbc, 6, "云栖花园三期");
        List<String> names = List.of("陈建国", "李雪梅", "赵志强", "黄晓燕", "周子涵", "吴雨桐");
        for (int i = 0; i < names.size(); i++) {
            Person any = Person.unknown();
            Sale sale = sale(site, CHEN, new Person(names.get(i), any.phone(), any.idNo(), any.email()))
                    .of(i);
            if (i < 4) {
                sale.inInstalments();
                jdbc.update(
                        "update sales.milestones set planned_from = ?, planned_to = ? where case_id = ? and stage = 'HANDOVER'",
                        sale.today().plusDays(40),
                        sale.today().plusDays(60 + 5 * i),
                        sale.caseId());
            } else {
                sale.reserved();
            }
            to(sale.today().plusDays(i == 0 ? 20 : 9 - i));
        }
        byte[] file = at(MANAGER).download("/progress/schedule?project=" + site.projectId());
        keep("progress-table.xlsx", file);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("房源与客户");
            double[] sums = new double[3];
            for (int i = 2; i <= sheet.getLastRowNum(); i++) {
                Row row = sheet.getRow(i);
                for (int bar = 0; bar < 3; bar++) {
                    sums[bar] += row.getCell(2 + bar).getNumericCellValue();
                }
                assertThat(row.getCell(3).getNumericCellValue() > 0)
                        .as("%s is overrun when its risk says so", row.getCell(1))
                        .isEqualTo(row.getCell(5).getStringCellValue().equals("超期"));
            }
            assertThat(sheet.getLastRowNum()).isEqualTo(7);
            assertThat(sums).as("done, overrun, still planned").doesNotContain(0);
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
