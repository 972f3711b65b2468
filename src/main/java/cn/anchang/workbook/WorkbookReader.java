package cn.anchang.workbook;

import cn.anchang.workbook.FileRefused.ColumnsMissing;
import cn.anchang.workbook.FileRefused.Damaged;
import cn.anchang.workbook.FileRefused.HeaderNotFound;
import cn.anchang.workbook.FileRefused.NoRows;
import cn.anchang.workbook.FileRefused.NotAWorkbook;
import cn.anchang.workbook.FileRefused.TooBig;
import cn.anchang.workbook.FileRefused.TooManyMergedCells;
import cn.anchang.workbook.FileRefused.TooManyRows;
import cn.anchang.workbook.ReadOutcome.SheetRead;
import cn.anchang.workbook.SheetSource.SheetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a workbook somebody uploaded, row by row and never whole, with errors by cell. Formulas count as the value last calculated;
 * nothing in the file is ever run.
 */
final class WorkbookReader {

    /** Receives the rows of a sheet as they are read. */
    interface Rows {

        void row(Row row, List<String> headings);
    }

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookReader.class);

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final List<Column> columns;
    private final List<Column> amounts;

    /** @param amounts those of the columns that hold CNY: a heading in 万元 is refused */
    WorkbookReader(List<Column> columns, List<Column> amounts) {
        this.columns = columns;
        this.amounts = amounts;
    }

    /**
     * @param size told how many rows will come, before the first
     * @param rows told each row below the heading; what it throws goes through unchanged
     */
    ReadOutcome read(byte[] file, IntConsumer size, Rows rows) {
        if (file.length > Limits.FILE_MEGABYTES << 20) {
            return new TooBig(Limits.FILE_MEGABYTES);
        }
        if (!startsWith(file, ZIP) && !startsWith(file, OLE2)) {
            return new NotAWorkbook();
        }
        Path copy = null;
        try {
            copy = Files.createTempFile("anchang-import", null);
            Files.write(copy, file);
            try (SheetSource source = startsWith(file, ZIP) ? new XlsxSource(copy) : new XlsSource(copy)) {
                return read(source, size, rows);
            }
        } catch (RowsFailed e) {
            throw e.cause;
        } catch (FileNotReadable e) {
            return e.why();
        } catch (IOException | RuntimeException e) {
            LOG.info("An uploaded file could not be read: {}", e.toString());
            return new Damaged();
        } finally {
            delete(copy);
        }
    }

    private static void delete(Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length >= magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    private ReadOutcome read(SheetSource source, IntConsumer size, Rows rows) throws IOException {
        FileRefused first = new HeaderNotFound(required());
        for (int sheet = 0; sheet < source.sheets().size(); sheet++) {
            Survey survey = new Survey();
            source.read(sheet, survey);
            Heading heading = Heading.find(survey.top(), columns);
            if (heading == null) {
                continue;
            }
            List<String> missing = required();
            heading.positions().keySet().forEach(column -> missing.remove(column.name()));
            if (!missing.isEmpty()) {
                first = first instanceof HeaderNotFound ? new ColumnsMissing(missing) : first;
                continue;
            }
            heading.refuseDoubles();
            heading.refuseTenThousands(amounts);
            int count = survey.rowsBelow(heading.lastRow());
            if (count == 0) {
                return new NoRows();
            }
            size.accept(count);
            source.read(sheet, new Delivery(heading, survey, rows));
            return new SheetRead(source.sheets().get(sheet), heading.headings(), heading.ignored(), count);
        }
        return first;
    }

    private List<String> required() {
        List<String> names = new ArrayList<>();
        columns.stream().filter(Column::isRequired).map(Column::name).forEach(names::add);
        return names;
    }

    /** @param column the leftmost; a merged cell's value stands there, in its first row */
    private record Merged(int firstRow, int lastRow, int column, int lastColumn) {}

    /** The first pass: the top rows, the merged cells, how many rows there are. */
    private static final class Survey implements SheetReader {

        private final TreeMap<Integer, List<Cell>> top = new TreeMap<>();
        private final List<Merged> merged = new ArrayList<>();
        private final List<Integer> early = new ArrayList<>();
        private int rows;

        @Override
        public boolean row(int number, List<Cell> cells) {
            rows++;
            if (number <= Limits.HEADING_WITHIN_ROWS + 1) {
                top.put(number, new ArrayList<>(cells));
                early.add(number);
            }
            if (rows > Limits.ROWS + Limits.HEADING_WITHIN_ROWS) {
                throw new FileNotReadable(new TooManyRows(Limits.ROWS));
            }
            return true;
        }

        @Override
        public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
            if (merged.size() >= Limits.MERGED_CELLS) {
                throw new FileNotReadable(new TooManyMergedCells(Limits.MERGED_CELLS));
            }
            merged.add(new Merged(
                    firstRow + 1,
                    Math.min(lastRow + 1, 1 << 20),
                    firstColumn,
                    Math.min(lastColumn, Limits.COLUMNS - 1)));
        }

        /** The first rows with every merged cell repeated over all it covers. */
        TreeMap<Integer, List<Cell>> top() {
            for (Merged area : merged) {
                List<Cell> origin = top.get(area.firstRow);
                if (origin == null || area.column >= origin.size()) {
                    continue;
                }
                Cell value = origin.get(area.column);
                for (int row :
                        top.subMap(area.firstRow, true, area.lastRow, true).keySet()) {
                    List<Cell> cells = top.get(row);
                    for (int column = area.column; column <= area.lastColumn; column++) {
                        while (cells.size() <= column) {
                            cells.add(Cell.BLANK);
                        }
                        cells.set(column, value);
                    }
                }
            }
            return top;
        }

        int rowsBelow(int row) {
            return rows - (int) early.stream().filter(number -> number <= row).count();
        }
    }

    /** The second pass: each row below the heading, with what merged cells above it say. */
    private static final class Delivery implements SheetReader {

        private final Heading heading;
        private final Rows rows;
        private final Map<Integer, ArrayDeque<Merged>> begins = new HashMap<>();
        private final Map<Integer, Boolean> repeats = new HashMap<>();
        private final Map<Merged, Cell> open = new HashMap<>();

        Delivery(Heading heading, Survey survey, Rows rows) {
            this.heading = heading;
            this.rows = rows;
            heading.positions().forEach((column, at) -> repeats.put(at, column.repeats()));
            survey.merged.stream()
                    .filter(area -> area.lastRow > heading.lastRow()
                            && area.lastRow > area.firstRow
                            && area.column == area.lastColumn)
                    .sorted(Comparator.comparingInt(Merged::firstRow))
                    .forEach(area -> begins.computeIfAbsent(area.column, column -> new ArrayDeque<>())
                            .add(area));
        }

        @Override
        public boolean row(int number, List<Cell> cells) {
            if (number <= heading.lastRow()) {
                return true;
            }
            List<Cell> filled = new ArrayList<>(cells);
            begins.forEach((column, areas) -> {
                while (!areas.isEmpty() && areas.peek().lastRow < number) {
                    open.remove(areas.remove());
                }
                if (!areas.isEmpty() && areas.peek().firstRow <= number) {
                    fill(filled, number, areas.peek());
                }
            });
            try {
                rows.row(new Row(number, filled, heading.positions()), heading.headings());
            } catch (RuntimeException e) {
                throw new RowsFailed(e);
            }
            return true;
        }

        private void fill(List<Cell> cells, int number, Merged area) {
            while (cells.size() <= area.column) {
                cells.add(Cell.BLANK);
            }
            if (number == area.firstRow) {
                open.put(area, cells.get(area.column));
            } else {
                boolean mayRepeat = repeats.getOrDefault(area.column, false);
                cells.set(area.column, mayRepeat ? open.getOrDefault(area, Cell.BLANK) : Cell.COVERED);
            }
        }

        @Override
        public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
            // Known from the first pass.
        }
    }

    /** Carries what the receiver of the rows threw past the parsers, which are the file's to blame for. */
    private static final class RowsFailed extends RuntimeException {

        private final transient RuntimeException cause;

        RowsFailed(RuntimeException cause) {
            super(null, null, false, false);
            this.cause = cause;
        }
    }
}
