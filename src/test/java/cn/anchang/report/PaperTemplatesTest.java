package cn.anchang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.DefaultResourceLoader;

/** Every template can be filled in to the last placeholder, and one that cannot is named before anybody prints it. */
class PaperTemplatesTest {

    private static final Path OURS = Path.of("config/documents");

    @TempDir
    Path folder;

    private static PaperTemplates in(Path folder) {
        return new PaperTemplates(new DefaultResourceLoader(), folder.toUri().toString());
    }

    private static Map<String, Object> values(PaperKind kind) {
        Map<String, Object> values = new HashMap<>();
        kind.fields().forEach(field -> values.put(field, "<" + field + ">"));
        kind.tables().forEach((table, columns) -> {
            List<Map<String, String>> rows = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                Map<String, String> row = new HashMap<>();
                for (String column : columns) {
                    row.put(column, column + i);
                }
                rows.add(row);
            }
            values.put(table, rows);
        });
        return values;
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor all = new XWPFWordExtractor(document)) {
            return all.getText();
        }
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void everyPlaceholderIsFilledIn(PaperKind kind) throws IOException {
        byte[] paper = in(OURS).fill(kind, values(kind));
        String text = text(paper);

        Files.write(Files.createDirectories(Path.of("target/papers")).resolve(kind + ".docx"), paper);
        assertThat(text).doesNotContain("{{", "}}", "[").contains("<templateVersion>", "<no>", "编制");
        kind.needed().forEach(field -> assertThat(text).contains("<" + field + ">"));
        kind.tables().forEach((table, columns) -> {
            long shown = columns.stream()
                    .filter(column -> text.contains(column + "3"))
                    .count();
            assertThat(shown).as(table).isGreaterThanOrEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void theListForAuthorsOfTemplatesIsComplete(PaperKind kind) throws IOException {
        String line = Files.readAllLines(OURS.resolve("README.md")).stream()
                .filter(one -> one.startsWith("| " + kind.file() + " "))
                .findFirst()
                .orElseThrow();
        String list = Files.readString(OURS.resolve("README.md"));
        kind.fields()
                .forEach(field -> assertThat(line + list.substring(0, list.indexOf("|")))
                        .containsPattern("`(\\{\\{)?" + field + "(}})?`"));
        kind.tables().forEach((table, columns) -> {
            assertThat(line).contains("`{{" + table + "}}`");
            columns.forEach(column -> assertThat(line).contains("`[" + column + "]`"));
        });
    }

    @Test
    void whatACustomerIsCalledIsNoPlaceholder() throws IOException {
        Map<String, Object> values = values(PaperKind.SUBSCRIPTION);
        values.put("loanClause", "{{price}} ${x} \uD842\uDFB7 \uD83D\uDE00 =1+1");
        assertThat(text(in(OURS).fill(PaperKind.SUBSCRIPTION, values)))
                .contains("{{price}} ${x} \uD842\uDFB7 \uD83D\uDE00 =1+1");
    }

    @Test
    void aMissingValueIsAnErrorAndNoBlank() {
        Map<String, Object> values = values(PaperKind.SUBSCRIPTION);
        values.remove("permitNo");
        assertThatThrownBy(() -> in(OURS).fill(PaperKind.SUBSCRIPTION, values)).hasMessageContaining("permitNo");
    }

    @Test
    void aMisspeltPlaceholderKeepsTheApplicationFromStarting() throws IOException {
        change("subscription.docx", "{{permitNo}}", "{{permtiNo}}");
        assertThatThrownBy(() -> in(folder))
                .isInstanceOf(PaperTemplateFaulty.class)
                .hasMessageContaining("subscription.docx")
                .hasMessageContaining("{{permtiNo}} is not known");
    }

    @Test
    void aNeededPlaceholderThatIsGoneIsNamed() throws IOException {
        change("subscription.docx", "{{permitNo}}", "");
        assertThatThrownBy(() -> in(folder)).hasMessageContaining("{{permitNo}} is missing");
    }

    @Test
    void aMisspeltColumnIsNamedToo() throws IOException {
        change("subscription.docx", "[amount]", "[amuont]");
        assertThatThrownBy(() -> in(folder)).hasMessageContaining("[amuont] is not known in {{lines}}");
    }

    @ParameterizedTest
    @CsvSource({
        "{{terms}},  {{terms}",
        "{{terms}},  {terms}",
        "{{terms}},  ｛｛terms｝｝",
        "{{terms}},  '{{te rms}}'",
        "[amount],   [amount",
        "[amount],   【amount】",
        "[amount],   '[ amount ]'",
    })
    void aDamagedPlaceholderKeepsTheApplicationFromStarting(String right, String damaged) throws IOException {
        change("subscription.docx", right, damaged);
        assertThatThrownBy(() -> in(folder))
                .isInstanceOf(PaperTemplateFaulty.class)
                .hasMessageContaining("subscription.docx");
    }

    @Test
    void aNeededColumnThatIsGoneIsNamed() throws IOException {
        change("subscription.docx", "[amount]", "");
        assertThatThrownBy(() -> in(folder)).hasMessageContaining("lacks the column [amount]");
    }

    @Test
    void aTemplateThatIsNotThereIsNamed() throws IOException {
        change("subscription.docx", "none", "none");
        Files.delete(folder.resolve("return.docx"));
        assertThatThrownBy(() -> in(folder)).hasMessageContaining("return.docx");
    }

    @Test
    void aDocumentBecomesAPdfWhereThereIsAnOffice() {
        PdfPrinter printer = new PdfPrinter("soffice");
        assumeTrue(printer.isThere(), "no LibreOffice");
        byte[] pdf = printer.pdf(in(OURS).fill(PaperKind.RECEIPT, values(PaperKind.RECEIPT)))
                .orElseThrow();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void withoutAnOfficeThereIsNoPdf() {
        PdfPrinter printer = new PdfPrinter("/no/such/office");
        assertThat(printer.isThere()).isFalse();
        assertThat(printer.pdf(new byte[0])).isEmpty();
    }

    @Test
    void aMarkIsAddedAndNothingElseChanges() throws IOException {
        byte[] paper = in(OURS).fill(PaperKind.RECEIPT, values(PaperKind.RECEIPT));
        String again = text(PaperTemplates.marked(paper, "补打　第 2 次"));
        assertThat(again).contains("补打　第 2 次");
        assertThat(again.replace("补打　第 2 次\n", "")).isEqualTo(text(paper));
    }

    /** Copies all templates, one of them with a text replaced. */
    private void change(String file, String was, String becomes) throws IOException {
        try (var all = Files.list(OURS)) {
            for (Path one :
                    all.filter(path -> path.toString().endsWith(".docx")).toList()) {
                Files.copy(one, folder.resolve(one.getFileName()));
            }
        }
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(OURS.resolve(file)));
                OutputStream out = Files.newOutputStream(folder.resolve(file))) {
            document.getParagraphs().forEach(paragraph -> replace(paragraph, was, becomes));
            for (XWPFTable table : document.getTables()) {
                table.getRows()
                        .forEach(row -> row.getTableCells()
                                .forEach(cell ->
                                        cell.getParagraphs().forEach(paragraph -> replace(paragraph, was, becomes))));
            }
            document.write(out);
        }
    }

    private static void replace(XWPFParagraph paragraph, String was, String becomes) {
        for (XWPFRun run : paragraph.getRuns()) {
            if (run.text().contains(was)) {
                run.setText(run.text().replace(was, becomes), 0);
            }
        }
    }
}
