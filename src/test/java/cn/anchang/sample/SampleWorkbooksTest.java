package cn.anchang.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class SampleWorkbooksTest {

    @Test
    void theFilesAreWhatTheProgramMakes() throws IOException {
        assertThat(cells(file(SampleWorkbooks.UNITS))).isEqualTo(cells(SampleWorkbooks.units()));
        assertThat(cells(file(SampleWorkbooks.CUSTOMERS))).isEqualTo(cells(SampleWorkbooks.customers()));
    }

    @Test
    void theProjectHasAboutAHundredAndTwentyUnitsAndTwentyFiveCustomers() throws IOException {
        assertThat(cells(file(SampleWorkbooks.UNITS))).hasSize(2 + 120);
        assertThat(cells(file(SampleWorkbooks.CUSTOMERS))).hasSize(2 + 25);
    }

    private static byte[] file(String name) throws IOException {
        return new ClassPathResource("sample/" + name).getContentAsByteArray();
    }

    private static List<List<String>> cells(byte[] file) throws IOException {
        DataFormatter shown = new DataFormatter();
        List<List<String>> rows = new ArrayList<>();
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            for (Row row : book.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    cells.add(shown.formatCellValue(cell));
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
