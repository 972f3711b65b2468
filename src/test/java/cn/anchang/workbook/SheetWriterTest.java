package cn.anchang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.shared.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetWriterTest {

    private static XSSFWorkbook reopened(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+861380", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void textThatBeginsLikeAFormulaStaysText(String text) throws IOException {
        byte[] file;
        try (SheetWriter writer = new SheetWriter("客户")) {
            file = writer.headings(List.of("姓名")).row(text).finish();
        }

        try (XSSFWorkbook book = reopened(file)) {
            var cell = book.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue().strip()).isEqualTo(text.strip());
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void ordinaryTextIsNotQuoted() throws IOException {
        byte[] file;
        try (SheetWriter writer = new SheetWriter("客户")) {
            file = writer.row("王小明").finish();
        }

        try (XSSFWorkbook book = reopened(file)) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getCellStyle().getQuotePrefixed())
                    .isFalse();
        }
    }

    @Test
    void moneyNumbersAndDaysAreWrittenAsSuch() throws IOException {
        byte[] file;
        try (SheetWriter writer = new SheetWriter("房源")) {
            file = writer.title("一房一价表", 4)
                    .headings(List.of("总价", "面积", "楼层", "日期"))
                    .row(Money.of("3250500.50"), new BigDecimal("98.50"), 3, LocalDate.of(2026, 11, 23))
                    .finish();
        }

        try (XSSFWorkbook book = reopened(file)) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getNumMergedRegions()).isOne();
            var row = sheet.getRow(2);
            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(3250500.5);
            assertThat(row.getCell(0).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(98.5);
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(3);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 23));
        }
    }

    @Test
    void aBadRowShowsItsReasonAtTheCellAndAtTheEnd() throws IOException {
        byte[] file;
        try (SheetWriter writer = new SheetWriter("错误行")) {
            writer.headings(List.of("姓名", "电话", "错误原因"));
            writer.badRow(List.of(Cell.text("=cmd|' /C calc'!A0"), Cell.number(123)), Map.of(1, "电话太短"), 2, "电话：电话太短");
            file = writer.finish();
        }

        try (XSSFWorkbook book = reopened(file)) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(0).getCellComment()).isNull();
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(123);
            assertThat(row.getCell(1).getCellComment().getString().getString()).isEqualTo("电话太短");
            assertThat(row.getCell(1).getCellStyle().getFillForegroundColor())
                    .isNotEqualTo(row.getCell(0).getCellStyle().getFillForegroundColor());
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("电话：电话太短");
        }
    }
}
