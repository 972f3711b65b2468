package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The units and the controlled documents as workbooks. */
class WorkbooksJourneyTest extends JourneyTest {

    @Test
    void theUnitsAreListedWithTheirPricesAndTheHolderIsForTheSiteManager() throws IOException {
        Sale sale = sale().held();
        UUID project = sale.site().projectId();
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
            assertThat(formulas.evaluate(total.getCell(2)).getNumberValue()).isEqualTo(sheet.getLastRowNum() - 3);
        }
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(at(LIN).download("/units/export?project=" + project)))) {
            assertThat(texts(book.getSheetAt(0))).doesNotContain("置业顾问", "陈晓");
        }
    }

    private static String texts(XSSFSheet sheet) {
        StringBuilder texts = new StringBuilder();
        sheet.forEach(row -> row.forEach(cell -> texts.append(cell).append('|')));
        return texts.toString();
    }

    static void keep(String name, byte[] file) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/workbooks")).resolve(name), file);
    }
}
