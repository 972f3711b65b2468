package cn.anchang.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.shared.Money;
import cn.anchang.workbook.CellProblem.ControlCharacter;
import cn.anchang.workbook.CellProblem.FormulaFailed;
import cn.anchang.workbook.CellProblem.FormulaUncalculated;
import cn.anchang.workbook.CellProblem.MergedAway;
import cn.anchang.workbook.CellProblem.Missing;
import cn.anchang.workbook.CellProblem.NotADate;
import cn.anchang.workbook.CellProblem.NotANumber;
import cn.anchang.workbook.CellProblem.NumberOutOfRange;
import cn.anchang.workbook.CellProblem.TooLong;
import cn.anchang.workbook.CellProblem.TooManyDecimals;
import cn.anchang.workbook.FileRefused.AmountsInTenThousands;
import cn.anchang.workbook.FileRefused.ColumnTwice;
import cn.anchang.workbook.FileRefused.ColumnsMissing;
import cn.anchang.workbook.FileRefused.Damaged;
import cn.anchang.workbook.FileRefused.HeaderNotFound;
import cn.anchang.workbook.FileRefused.NoRows;
import cn.anchang.workbook.FileRefused.NotAWorkbook;
import cn.anchang.workbook.FileRefused.PasswordProtected;
import cn.anchang.workbook.FileRefused.TooBig;
import cn.anchang.workbook.FileRefused.TooManyRows;
import cn.anchang.workbook.FileRefused.UnfoldsTooFar;
import cn.anchang.workbook.ReadOutcome.SheetRead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookReaderTest {

    private static final Column BUILDING = Column.required("楼栋", "楼号").repeating();
    private static final Column NUMBER = Column.required("房号", "室号");
    private static final Column PRICE = Column.optional("总价", "表价总价");
    private static final Column FLOOR_PRICE = Column.optional("底价", "底价总价");
    private static final Column DAY = Column.optional("生效日期");
    private static final List<Column> COLUMNS = List.of(BUILDING, NUMBER, PRICE, FLOOR_PRICE, DAY);

    enum Format {
        XLSX {
            @Override
            Workbook book() {
                return new XSSFWorkbook();
            }
        },
        XLS {
            @Override
            Workbook book() {
                return new HSSFWorkbook();
            }
        };

        abstract Workbook book();
    }

    interface Content {
        void fill(Workbook book, Sheet sheet);
    }

    private final List<Row> rows = new ArrayList<>();

    private static byte[] file(Format format, Content content) {
        try (Workbook book = format.book()) {
            content.fill(book, book.createSheet("房源"));
            return bytes(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Workbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static void put(Sheet sheet, int row, Object... values) {
        org.apache.poi.ss.usermodel.Row target = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number number) {
                target.createCell(i).setCellValue(number.doubleValue());
            } else if (values[i] != null) {
                target.createCell(i).setCellValue(values[i].toString());
            }
        }
    }

    private ReadOutcome read(byte[] file) {
        rows.clear();
        return new WorkbookReader(COLUMNS, List.of(PRICE, FLOOR_PRICE))
                .read(file, size -> {}, (row, headings) -> rows.add(row));
    }

    private static List<Object> reasons(Row row) {
        return row.problems().stream().map(problem -> (Object) problem.reason()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void readsBothFormatsUnderToleratedHeadings(Format format) {
        ReadOutcome outcome = read(file(format, (book, sheet) -> {
            put(sheet, 0, "云栖花园一房一价表");
            put(sheet, 1, "说明：价格含税");
            put(sheet, 2, " 楼 号* ", "室号", "总价(元)", "备注", "生效日期:");
            put(sheet, 3, "1号楼", 301, 3250500.5, "采光好", "2026-11-23");
            put(sheet, 5, "1号楼", "302", "3,260,000.00 元", null, 46349);
        }));

        assertThat(outcome)
                .isEqualTo(new SheetRead("房源", List.of("楼 号*", "室号", "总价(元)", "备注", "生效日期:"), List.of("备注"), 2));
        assertThat(rows).extracting(Row::number).containsExactly(4, 6);
        assertThat(rows).extracting(row -> row.text(NUMBER, 10)).containsExactly("301", "302");
        assertThat(rows)
                .extracting(row -> row.money(PRICE))
                .containsExactly(Money.of("3250500.50"), Money.of("3260000"));
        assertThat(rows)
                .extracting(row -> row.date(DAY))
                .containsExactly(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23));
        assertThat(rows).allMatch(Row::isGood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23",
                "2026/11/23",
                "2026.11.23",
                "2026年11月23日",
                "2026 年 11 月 23 日",
                "20261123",
                "2026-11-23 00:00:00"
            })
    void readsADayHoweverItIsWritten(String text) {
        read(file(Format.XLSX, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号", "总价", "底价", "生效日期");
            put(sheet, 1, "1号楼", "301", null, null, text);
        }));

        assertThat(rows.get(0).date(DAY)).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @EnumSource
    void readsARealDateCell(Format format) {
        read(file(format, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号", "总价", "底价", "生效日期");
            put(sheet, 1, "1号楼", "301");
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("yyyy年m月d日"));
            sheet.getRow(1).createCell(4).setCellValue(LocalDate.of(2026, 11, 23));
            sheet.getRow(1).getCell(4).setCellStyle(style);
        }));

        assertThat(rows.get(0).date(DAY)).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "下周一", "23/11/2026", "0001-01-01", "2026-13-01"})
    void whatIsNoDayIsAProblemOfItsCell(String text) {
        read(file(Format.XLSX, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号", "总价", "底价", "生效日期");
            put(sheet, 1, "1号楼", "301", null, null, text);
        }));

        assertThat(rows.get(0).date(DAY)).isNull();
        assertThat(reasons(rows.get(0))).containsExactly(new NotADate(text));
    }

    @Test
    void wrongTypesAndMissingValuesAreProblemsOfTheirCells() {
        read(file(Format.XLSX, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号", "总价");
            put(sheet, 1, "1号楼", null, "面议");
            put(sheet, 2, "1号楼", "301", 1.005);
            put(sheet, 3, "1号楼", "3\u000001", -5);
            put(sheet, 4, "1号楼", "301", 0.1 + 0.2);
            put(sheet, 5, "1号楼".repeat(20), "301", "1,23,4");
        }));

        Row first = rows.get(0);
        assertThat(first.text(NUMBER, 10)).isNull();
        assertThat(first.money(PRICE)).isNull();
        assertThat(reasons(first)).containsExactly(new Missing(), new NotANumber("面议"));
        rows.get(1).money(PRICE);
        assertThat(reasons(rows.get(1))).containsExactly(new TooManyDecimals("1.005", 2));
        rows.get(2).money(PRICE);
        assertThat(reasons(rows.get(2))).containsExactly(new NumberOutOfRange("-5", "0.01", "9999999999.99"));
        assertThat(rows.get(3).money(PRICE)).isEqualTo(Money.of("0.30"));
        rows.get(4).text(BUILDING, 20);
        rows.get(4).money(PRICE);
        assertThat(reasons(rows.get(4))).containsExactly(new TooLong(20), new NotANumber("1,23,4"));
    }

    @Test
    void invisibleCharactersAreNotTakenOver() {
        read(file(Format.XLS, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号");
            put(sheet, 1, "1号楼", "3\u000701");
        }));

        assertThat(rows.get(0).text(NUMBER, 10)).isNull();
        assertThat(reasons(rows.get(0))).containsExactly(new ControlCharacter());
    }

    @ParameterizedTest
    @EnumSource
    void aFormulaCountsAsTheValueLastCalculated(Format format) {
        read(file(format, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号", "总价", "底价");
            put(sheet, 1, "1号楼", "301");
            sheet.getRow(1).createCell(2).setCellFormula("33000*98.5");
            sheet.getRow(1).createCell(3).setCellFormula("1/0");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));

        assertThat(rows.get(0).money(PRICE)).isEqualTo(Money.of("3250500"));
        assertThat(rows.get(0).money(FLOOR_PRICE)).isNull();
        assertThat(reasons(rows.get(0))).containsExactly(new FormulaFailed("#DIV/0!"));
    }

    @Test
    void aFormulaNobodyHasCalculatedIsAProblemOfItsCell() {
        read(file(Format.XLSX, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号", "总价");
            put(sheet, 1, "1号楼", "301");
            sheet.getRow(1).createCell(2).setCellFormula("33000*98.5");
        }));

        assertThat(rows.get(0).money(PRICE)).isNull();
        assertThat(reasons(rows.get(0))).containsExactly(new FormulaUncalculated());
    }

    @ParameterizedTest
    @EnumSource
    void mergedHeadingsInTwoRowsAreRead(Format format) {
        ReadOutcome outcome = read(file(format, (book, sheet) -> {
            put(sheet, 0, "云栖花园一房一价表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            put(sheet, 1, "楼栋", "房号", "表价", null, "底价", null);
            put(sheet, 2, null, null, "单价", "总价", "单价", "总价");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 3));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 4, 5));
            put(sheet, 3, "1号楼", "301", 33000, 3250500, 31000, 3053500);
        }));

        assertThat(outcome).isInstanceOf(SheetRead.class);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).text(BUILDING, 10)).isEqualTo("1号楼");
        assertThat(rows.get(0).money(PRICE)).isEqualTo(Money.of("3250500"));
        assertThat(rows.get(0).money(FLOOR_PRICE)).isEqualTo(Money.of("3053500"));
    }

    @ParameterizedTest
    @EnumSource
    void aMergedCellStandsForItsRowsOnlyWhereThatIsMeant(Format format) {
        read(file(format, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号", "总价");
            put(sheet, 1, "1号楼", "301", 100);
            put(sheet, 2, null, "302", null);
            put(sheet, 3, null, "303", 300);
            put(sheet, 4, "2号楼", "101", 400);
            sheet.addMergedRegion(new CellRangeAddress(1, 3, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
        }));

        assertThat(rows).extracting(row -> row.text(BUILDING, 10)).containsExactly("1号楼", "1号楼", "1号楼", "2号楼");
        assertThat(rows.get(0).money(PRICE)).isEqualTo(Money.of("100"));
        assertThat(rows.get(1).money(PRICE)).isNull();
        assertThat(reasons(rows.get(1))).containsExactly(new MergedAway());
    }

    @ParameterizedTest
    @EnumSource
    void theHeadingIsFoundOnALaterSheet(Format format) {
        byte[] file = file(format, (book, sheet) -> {
            put(sheet, 0, "填写说明", "每行一套");
            Sheet second = book.createSheet("数据");
            put(second, 0, "楼栋", "房号");
            put(second, 1, "1号楼", "301");
        });

        assertThat(read(file)).isInstanceOf(SheetRead.class);
        assertThat(rows).hasSize(1);
    }

    @Test
    void aWrongColumnIsNamed() {
        assertThat(read(file(Format.XLSX, (book, sheet) -> {
                    put(sheet, 0, "楼栋", "编号", "总价");
                    put(sheet, 1, "1号楼", "301", 5);
                })))
                .isEqualTo(new ColumnsMissing(List.of("房号")));
        assertThat(read(file(Format.XLSX, (book, sheet) -> put(sheet, 0, "客户", "电话"))))
                .isEqualTo(new HeaderNotFound(List.of("楼栋", "房号")));
        assertThat(read(file(Format.XLSX, (book, sheet) -> {
                    put(sheet, 0, "楼栋", "房号", "房号");
                    put(sheet, 1, "1号楼", "301", "302");
                })))
                .isEqualTo(new ColumnTwice("房号", "B", "C"));
        assertThat(read(file(Format.XLSX, (book, sheet) -> put(sheet, 0, "楼栋", "房号"))))
                .isEqualTo(new NoRows());
    }

    @Test
    void amountsInTenThousandsAreNotReadAsYuan() {
        assertThat(read(file(Format.XLSX, (book, sheet) -> {
                    put(sheet, 0, "楼栋", "房号", "总价(万元)");
                    put(sheet, 1, "1号楼", "301", 325);
                })))
                .isEqualTo(new AmountsInTenThousands("总价(万元)"));
    }

    @Test
    void tenMegabytesOfGarbageAreNoWorkbookUnderAnyDisguise() {
        byte[] garbage = new byte[10 << 20];
        new Random(7).nextBytes(garbage);
        garbage[0] = 0;
        assertThat(read(garbage)).isEqualTo(new NotAWorkbook());

        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, garbage, 0, 4);
        assertThat(read(garbage)).isEqualTo(new Damaged());

        byte[] ole2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(ole2, 0, garbage, 0, ole2.length);
        assertThat(read(garbage)).isEqualTo(new Damaged());

        assertThat(read(new byte[0])).isEqualTo(new NotAWorkbook());
        assertThat(read("楼栋，房号\n1号楼,301".getBytes(StandardCharsets.UTF_8))).isEqualTo(new NotAWorkbook());
        assertThat(read("<html><table><tr><td>楼栋</td></tr></table></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new NotAWorkbook());
        assertThat(read(new byte[(Limits.FILE_MEGABYTES << 20) + 1])).isEqualTo(new TooBig(Limits.FILE_MEGABYTES));
    }

    @Test
    void aTornWorkbookIsDamaged() {
        byte[] whole = file(Format.XLSX, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号");
            put(sheet, 1, "1号楼", "301");
        });
        assertThat(read(java.util.Arrays.copyOf(whole, whole.length / 2))).isEqualTo(new Damaged());

        byte[] old = file(Format.XLS, (book, sheet) -> put(sheet, 0, "楼栋", "房号"));
        assertThat(read(java.util.Arrays.copyOf(old, old.length / 2))).isEqualTo(new Damaged());
    }

    @Test
    void aZipBombIsNotUnfolded() throws IOException {
        for (String part : List.of("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/media/picture.png")) {
            byte[] bomb = with(part, Limits.UNFOLDED_BYTES + (1 << 20));
            assertThat(bomb.length).isLessThan(2 << 20);
            assertThat(read(bomb)).as(part).isEqualTo(new UnfoldsTooFar());
        }
    }

    /** A good workbook whose one part is so many spaces. */
    private static byte[] with(String part, long size) throws IOException {
        byte[] good = file(Format.XLSX, (book, sheet) -> put(sheet, 0, "楼栋", "房号"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(good));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(part)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(part));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (long written = 0; written < size; written += spaces.length) {
                zip.write(spaces);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aFileOfThousandsOfPartsIsNotOpened() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i <= Limits.ZIP_ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }
        assertThat(read(out.toByteArray())).isEqualTo(new UnfoldsTooFar());
    }

    @Test
    void aSheetThatDeclaresEntitiesIsDamagedAndReadsNoFile() throws IOException {
        byte[] good = file(Format.XLSX, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号");
            put(sheet, 1, "1号楼", "301");
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(good));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().endsWith("sheet1.xml")) {
                    content = content.replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")
                            .replace(
                                    "</sheetData>",
                                    "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData>");
                }
                zip.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(read(out.toByteArray())).isEqualTo(new Damaged());
        assertThat(rows).isEmpty();
    }

    @Test
    void aPasswordIsAskedToBeRemoved() throws IOException, GeneralSecurityException {
        byte[] plain = file(Format.XLSX, (book, sheet) -> put(sheet, 0, "楼栋", "房号"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OPCPackage pack = openQuietly(plain);
                    var encrypted = encryptor.getDataStream(files)) {
                pack.save(encrypted);
            }
            files.writeFilesystem(out);
        }

        assertThat(read(out.toByteArray())).isEqualTo(new PasswordProtected());
    }

    private static OPCPackage openQuietly(byte[] file) throws IOException {
        try {
            return OPCPackage.open(new ByteArrayInputStream(file));
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    @Test
    void moreRowsThanAnybodyHasAreRefused() throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            Sheet sheet = book.createSheet();
            put(sheet, 0, "楼栋", "房号");
            for (int i = 1; i <= Limits.ROWS + Limits.HEADING_WITHIN_ROWS; i++) {
                put(sheet, i, "1号楼", i);
            }
            assertThat(read(bytes(book))).isEqualTo(new TooManyRows(Limits.ROWS));
        }
    }

    @Test
    void whatTheReceiverThrowsIsNotTheFilesFault() {
        byte[] file = file(Format.XLSX, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号");
            put(sheet, 1, "1号楼", "301");
        });

        assertThatThrownBy(() -> new WorkbookReader(COLUMNS, List.of()).read(file, size -> {}, (row, headings) -> {
                    throw new UnsupportedOperationException("the database is gone");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aWordIsChosenWithoutSpacesOrWidth() {
        read(file(Format.XLSX, (book, sheet) -> {
            put(sheet, 0, "楼栋", "房号");
            put(sheet, 1, " A 级", "301");
            put(sheet, 2, "甲", "302");
        }));

        assertThat(rows.get(0).choice(BUILDING, Map.of("A级", 1))).isEqualTo(1);
        assertThat(rows.get(1).choice(BUILDING, Map.of("A级", 1))).isNull();
        assertThat(rows.get(0).whole(NUMBER, 1, 999)).isEqualTo(301);
        assertThat(rows.get(0).decimal(NUMBER, 2)).isEqualTo(new BigDecimal("301.00"));
    }
}
