package cn.anchang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.shared.Sentences;
import cn.anchang.workbook.ImportOutcome.Accepted;
import cn.anchang.workbook.ImportOutcome.ErrorWorkbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Brings workbooks in as {@code sun.li} of marketing does, the only importer here, and waits for what becomes of them. */
@TestComponent
@Import({Imports.class, ImportTester.OneImporter.class})
public class ImportTester {

    static class OneImporter {

        @Bean
        Importers importers() {
            return (userId, kind) -> "sun.li".equals(userId);
        }
    }

    private final Imports imports;
    private final Sentences sentences;

    public ImportTester(Imports imports, Sentences sentences) {
        this.imports = imports;
        this.sentences = sentences;
    }

    /** A sheet of these headings and rows. */
    public static byte[] sheet(List<String> headings, List<List<?>> rows) {
        try (SheetWriter writer = new SheetWriter("数据")) {
            writer.headings(headings);
            rows.forEach(row -> writer.row(row.toArray()));
            return writer.finish();
        }
    }

    public ImportJob check(String kind, byte[] file) {
        return waitFor(start(kind, file), seen -> {});
    }

    /** @param each sees the job as often as a person would who watches it */
    public ImportJob check(String kind, byte[] file, Consumer<ImportJob> each) {
        return waitFor(start(kind, file), each);
    }

    private ImportJob start(String kind, byte[] file) {
        return ((Accepted) imports.start(kind, "test.xlsx", file, "sun.li")).job();
    }

    public ImportJob apply(ImportJob checked) {
        return apply(checked, seen -> {});
    }

    public ImportJob apply(ImportJob checked, Consumer<ImportJob> each) {
        return waitFor(((Accepted) imports.apply(checked.id(), "sun.li")).job(), each);
    }

    /** Checks and applies, whatever is bad. */
    public ImportJob bringIn(String kind, byte[] file) {
        return apply(check(kind, file));
    }

    private ImportJob waitFor(ImportJob job, Consumer<ImportJob> each) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        ImportJob seen = seen(job.id());
        while (seen.state().isRunning()) {
            assertThat(System.nanoTime()).as("the import ends").isLessThan(deadline);
            each.accept(seen);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            seen = seen(job.id());
        }
        return seen;
    }

    private ImportJob seen(UUID id) {
        return ((Accepted) imports.job(id, "sun.li")).job();
    }

    /** The problems as people read them: row, column, reason. */
    public static List<String> problems(ImportJob job) {
        return job.problems().stream()
                .map(problem -> problem.row() + " " + problem.column() + " " + problem.reason())
                .toList();
    }

    public record Errors(List<List<String>> rows, Map<String, String> comments) {}

    /** The error workbook as somebody sees it who opens it. */
    public Errors errors(ImportJob job) {
        byte[] content = ((ErrorWorkbook) imports.errorWorkbook(job.id(), "sun.li")).content();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            List<List<String>> rows = new ArrayList<>();
            book.getSheetAt(0).forEach(row -> {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.toString()));
                rows.add(cells);
            });
            Map<String, String> comments = new LinkedHashMap<>();
            for (Map.Entry<CellAddress, ? extends Comment> comment :
                    book.getSheetAt(0).getCellComments().entrySet()) {
                comments.put(
                        comment.getKey().formatAsString(),
                        comment.getValue().getString().getString());
            }
            return new Errors(rows, comments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] errorFile(ImportJob job) {
        return ((ErrorWorkbook) imports.errorWorkbook(job.id(), "sun.li")).content();
    }

    public Imports imports() {
        return imports;
    }

    public Sentences sentences() {
        return sentences;
    }
}
