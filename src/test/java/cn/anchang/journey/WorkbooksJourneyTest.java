package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The units and the controlled documents as workbooks. */
class WorkbooksJourneyTest extends JourneyTest {

    @Test
    void theUnitsAreListedWithTheirPricesAndTheHolderIsForTheSiteManager() throws IOException {
        Sale sale = sale().held();
        UUID project = sale.site().projectId();
        Matcher link = Pattern.compile("href=\"(/units/export[^\"]*)\"")
                .matcher(at(MANAGER).get("/units?project=" + project).text());
        assertThat(link.find()).isTrue();
        assertThat(at(MANAGER).download(link.group(1).replace("&amp;", "&"))).isNotEmpty();
        byte[] managers = at(MANAGER).download("/units/export?project=" + project);
        keep("units.xlsx", managers);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(managers))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(texts(sheet)).contains("置业顾问", "陈晓", "预留");
            Row total = sheet.getRow(sheet.getLastRowNum());
            FormulaEvaluator formulas = book.getCreationHelper().createFormulaEvaluator();
            assertThat(formulas.evaluate(total.getCell(7)).getNumberValue())
                    .isEqualTo(jdbc.queryForObject(
                            "select sum(p.list_price) from sales.unit_prices p join sales.units u on u.id = p.unit_id"
                                    + " join sales.buildings b on b.id = u.building_id where b.project_id = ?",
                            Double.class,
                            project));
            assertThat(formulas.evaluate(total.getCell(5)).getNumberValue())
                    .isEqualTo(total.getCell(5).getNumericCellValue())
                    .isCloseTo(
                            jdbc.queryForObject(
                                    "select sum(u.gross_area) from sales.units u join sales.buildings b on b.id = u.building_id"
                                            + " where b.project_id = ?",
                                    Double.class,
                                    project),
                            within(0.001));
            assertThat(dates(sheet)).as("until when a unit is held").isEqualTo(1);
            assertThat(formulas.evaluate(total.getCell(2)).getNumberValue()).isEqualTo(sheet.getLastRowNum() - 3);
        }
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(at(LIN).download("/units/export?project=" + project)))) {
            assertThat(texts(book.getSheetAt(0))).doesNotContain("置业顾问", "陈晓");
        }
    }

    private static int dates(XSSFSheet sheet) {
        int dates = 0;
        for (Row row : sheet) {
            for (var cell : row) {
                dates += cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell) ? 1 : 0;
            }
        }
        return dates;
    }

    private static String texts(XSSFSheet sheet) {
        StringBuilder texts = new StringBuilder();
        sheet.forEach(row -> row.forEach(cell -> texts.append(cell).append('|')));
        return texts.toString();
    }

    /** The address of the one workbook attached to a process. */
    static String attachedTo(JdbcTemplate jdbc, String businessKey) {
        return jdbc.queryForObject(
                "select a.url_ from act_hi_attachment a join act_hi_procinst p on p.id_ = a.proc_inst_id_"
                        + " where p.business_key_ = ? and a.type_ = 'workbook'",
                String.class,
                businessKey);
    }

    /** The numbers in the rows whose first cell begins like this. */
    static List<Double> numbers(byte[] file, String begins) throws UncheckedIOException {
        List<Double> numbers = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : book.getSheetAt(0)) {
                if (row.getCell(0) != null && row.getCell(0).toString().startsWith(begins)) {
                    row.forEach(cell -> {
                        if (cell.getCellType() == CellType.NUMERIC) {
                            numbers.add(cell.getNumericCellValue());
                        }
                    });
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }

    static void keep(String name, byte[] file) {
        try {
            Files.write(Files.createDirectories(Path.of("target/workbooks")).resolve(name), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
