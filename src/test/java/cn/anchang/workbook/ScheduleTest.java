package cn.anchang.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The sheet of the textbook's case, A2:C11: a header and nine rows, compared with its steps one by one. */
class ScheduleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private static Schedule production() {
        List<List<Object>> rows = new java.util.ArrayList<>();
        String[] targets = {"市场调研", "产品设计", "样品试制", "样品测试", "备料", "批量生产", "质量检验", "包装入库", "发货"};
        int[] days = {12, 20, 15, 8, 14, 30, 9, 7, 5};
        LocalDate start = FIRST;
        for (int i = 0; i < targets.length; i++) {
            rows.add(List.of(start, targets[i], days[i]));
            start = start.plusDays(days[i]);
        }
        return new Schedule(
                "Sheet1", "生产进度表", List.of("日期", "生产目标", "所用天数"), rows, 0, 1, List.of(new Charts.Series(2, 0x4F81BD)));
    }

    private static byte[] file(BookFormat format) {
        try (Book book = new Book(format)) {
            production().drawIn(book);
            return book.bytes();
        }
    }

    @Test
    void theTableIsFormattedAsTheTextbookSays() throws IOException {
        byte[] file = file(BookFormat.XLSX);
        Files.write(Files.createDirectories(Path.of("target/workbooks")).resolve("schedule.xlsx"), file);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheet("Sheet1");
            assertThat(sheet.getMergedRegions()).containsExactly(CellRangeAddress.valueOf("A1:C1"));
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("生产进度表");
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.CENTER);
            assertThat(sheet.getLastRowNum()).isEqualTo(10);
            for (int r = 1; r <= 10; r++) {
                for (int c = 0; c < 3; c++) {
                    XSSFCell cell = sheet.getRow(r).getCell(c);
                    var style = cell.getCellStyle();
                    assertThat(style.getAlignment()).isEqualTo(HorizontalAlignment.CENTER);
                    assertThat(style.getFont().getFontName()).isEqualTo("华文楷体");
                    assertThat(style.getFont().getFontHeightInPoints()).isEqualTo((short) 12);
                    assertThat(style.getFillPattern()).isEqualTo(FillPatternType.LEAST_DOTS);
                    assertThat(style.getFillForegroundColorColor().getTheme()).isEqualTo(5);
                    assertThat(style.getFillForegroundColorColor().getTint()).isCloseTo(0.4, within(0.001));
                    assertThat(style.getBorderTop()).isEqualTo(r == 1 ? BorderStyle.DOUBLE : BorderStyle.DASHED);
                    assertThat(style.getBorderBottom()).isEqualTo(r == 10 ? BorderStyle.DOUBLE : BorderStyle.DASHED);
                    assertThat(style.getBorderLeft()).isEqualTo(c == 0 ? BorderStyle.DOUBLE : BorderStyle.DASHED);
                    assertThat(style.getBorderRight()).isEqualTo(c == 2 ? BorderStyle.DOUBLE : BorderStyle.DASHED);
                }
            }
            assertThat(DateUtil.isCellDateFormatted(sheet.getRow(2).getCell(0))).isTrue();
            var red = book.getTheme().getThemeColor(5).getRGB();
            assertThat(red).as("accent 2").containsExactly((byte) 0xC0, (byte) 0x50, (byte) 0x4D);
        }
    }

    @Test
    void theChartIsANativeStackedBarWithItsDatesUnseen() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(BookFormat.XLSX)))) {
            var charts = book.getSheetAt(0).getDrawingPatriarch().getCharts();
            assertThat(charts).hasSize(1);
            var plot = charts.get(0).getCTChart().getPlotArea();
            var bars = plot.getBarChartArray(0);
            assertThat(bars.getBarDir().getVal()).hasToString("bar");
            assertThat(bars.getGrouping().getVal()).hasToString("stacked");
            assertThat(bars.xmlText()).contains("overlap val=\"100\"");
            assertThat(Integer.parseInt(bars.getGapWidth().getVal().toString())).isLessThanOrEqualTo(50);
            var hidden = bars.getSerArray(0);
            assertThat(hidden.getTx().getStrRef().getF()).isEqualTo("Sheet1!$A$2");
            assertThat(hidden.getVal().getNumRef().getF()).isEqualTo("Sheet1!$A$3:$A$11");
            assertThat(hidden.getCat().getStrRef().getF()).isEqualTo("Sheet1!$B$3:$B$11");
            assertThat(hidden.getSpPr().isSetNoFill()).isTrue();
            assertThat(hidden.getSpPr().getLn().isSetNoFill()).isTrue();
            var days = bars.getSerArray(1);
            assertThat(days.getVal().getNumRef().getF()).isEqualTo("Sheet1!$C$3:$C$11");
            assertThat(days.getVal().getNumRef().getNumCache().getPtArray(0).getV())
                    .startsWith("12");
            assertThat(days.getSpPr().isSetSolidFill()).isTrue();
            var names = plot.getCatAxArray(0);
            assertThat(names.getScaling().getOrientation().getVal()).hasToString("maxMin");
            var axis = plot.getValAxArray(0);
            assertThat(axis.getNumFmt().getFormatCode()).isEqualTo("yyyy-mm-dd");
            assertThat(axis.getNumFmt().getSourceLinked()).isFalse();
            assertThat(axis.getScaling().getMin().getVal()).isEqualTo(DateUtil.getExcelDate(FIRST));
            assertThat(axis.getScaling().getMax().getVal())
                    .isEqualTo(DateUtil.getExcelDate(FIRST.plusDays(12 + 20 + 15 + 8 + 14 + 30 + 9 + 7 + 5)));
        }
    }

    @Test
    void theOldFormatHasTheTable() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(file(BookFormat.XLS)))) {
            assertThat(book.getSheetAt(0).getRow(10).getCell(1).getStringCellValue())
                    .isEqualTo("发货");
        }
    }
}
