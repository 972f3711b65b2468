package cn.anchang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people write and are called survives both formats. */
class OddTextTest {

    private static final String RARE = "𠮷野家・𬭎・😀👨‍👩‍👧";

    private static Workbook reopened(Book book) throws IOException {
        return WorkbookFactory.create(new ByteArrayInputStream(book.bytes()));
    }

    @ParameterizedTest
    @EnumSource(BookFormat.class)
    void longNotesEmojiAndRareCharactersSurvive(BookFormat format) throws IOException {
        String note = Book.cut(("客户说：周末再来，" + RARE).repeat(500), 10_000);
        try (Book book = new Book(format)) {
            book.sheet("客户").headings(List.of("姓名", "备注")).row(RARE, note).tall(60, note, RARE);
            try (Workbook read = reopened(book)) {
                Sheet sheet = read.getSheetAt(0);
                assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo(RARE);
                assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo(note);
                assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo(note);
                assertThat(sheet.getRow(2).getCell(0).getCellStyle().getWrapText())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BookFormat.class)
    void textThatBeginsLikeAFormulaStaysText(BookFormat format) throws IOException {
        List<String> odd = List.of("=1+1", "+861380", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")");
        try (Book book = new Book(format)) {
            book.sheet("客户").row(odd.toArray()).tall(30, odd.toArray());
            new Schedule(
                            "进度",
                            "=1+1",
                            List.of("日期", "客户", "天数"),
                            List.of(List.of(LocalDate.of(2026, 3, 2), "=cmd|' /C calc'!A0", 3)),
                            0,
                            1,
                            List.of(new Charts.Series(2, 0x4F81BD)))
                    .drawIn(book);
            try (Workbook read = reopened(book)) {
                for (int r = 0; r < 2; r++) {
                    for (int c = 0; c < odd.size(); c++) {
                        var cell = read.getSheetAt(0).getRow(r).getCell(c);
                        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                        assertThat(cell.getStringCellValue()).isEqualTo(odd.get(c));
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }
                }
                var bar = read.getSheet("进度").getRow(2).getCell(1);
                assertThat(bar.getCellType()).isEqualTo(CellType.STRING);
                assertThat(bar.getCellStyle().getQuotePrefixed()).isTrue();
                assertThat(read.getSheet("进度").getRow(0).getCell(0).getCellType())
                        .isEqualTo(CellType.STRING);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BookFormat.class)
    void aLongSheetNameIsCutBetweenCharactersAndStaysUnique(BookFormat format) throws IOException {
        String name = "云栖花园一期高层住宅及配套商业用房销售进度与回款情况分析表"; // 29 signs
        try (Book book = new Book(format)) {
            book.sheet(name + "第𠮷栋").row("一");
            book.sheet(name + "第𠮷栋").row("二");
            book.sheet("一/二:三[四]*?").row("三");
            book.sheet("云栖花园 1号楼").row("四");
            try (Workbook read = reopened(book)) {
                assertThat(read.getNumberOfSheets()).isEqualTo(4);
                for (int i = 0; i < 4; i++) {
                    String cut = read.getSheetName(i);
                    assertThat(cut.length()).isLessThanOrEqualTo(31);
                    assertThat(cut).doesNotContain("?");
                    assertThat(cut.codePoints()).noneMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF);
                }
                assertThat(read.getSheetName(0)).startsWith(name);
                assertThat(read.getSheetName(1)).endsWith(" (2)");
                assertThat(read.getSheetName(3)).isEqualTo("云栖花园 1号楼");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BookFormat.class)
    void fiftySchedulesWearTheSameFewStyles(BookFormat format) throws IOException {
        try (Book book = new Book(format)) {
            for (int i = 0; i < 50; i++) {
                new Schedule(
                                "楼栋" + i,
                                "销售进度表",
                                List.of("日期", "客户", "天数"),
                                List.of(
                                        List.of(LocalDate.of(2026, 3, 2), "王一明", 3),
                                        List.of(LocalDate.of(2026, 3, 5), "李二", 4)),
                                0,
                                1,
                                List.of(new Charts.Series(2, 0x4F81BD)))
                        .drawIn(book);
            }
            try (Workbook read = reopened(book)) {
                assertThat(read.getNumberOfSheets()).isEqualTo(50);
                assertThat(read.getNumCellStyles()).isLessThan(45);
                assertThat(read.getNumberOfFonts()).isLessThan(12);
            }
        }
    }
}
