package cn.anchang.endurance;

import cn.anchang.AnchangApplication;
import cn.anchang.collection.Tracking;
import cn.anchang.collection.TrackingFilter;
import cn.anchang.collection.TrackingRow;
import cn.anchang.collection.TrackingSort;
import cn.anchang.collection.TrackingWorkbook;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import cn.anchang.testing.TestClock;
import cn.anchang.testing.TestDatabase;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Exports.Counter;
import cn.anchang.workbook.ImportJob;
import cn.anchang.workbook.ImportOutcome.Accepted;
import cn.anchang.workbook.ImportState;
import cn.anchang.workbook.Imports;
import cn.anchang.workbook.SheetWriter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the tracking table takes from the database to a file, beside a bare loop over the same rows with SXSSF and one with fastexcel
 * in the same run, turn by turn; how much heap it needs, and an import of as many rows; on PostgreSQL.
 *
 * <p>A program, not a test: {@code tools/bench-workbooks.sh}. Its last line is one JSON object.
 */
public final class WorkbookBench {

    private static final int LINES_A_SALE = 5;
    private static final int ROUNDS = 5;
    private static final double MOST_MB = 64;

    /** What the serial numbers of a statement, or a table of strings, may add. */
    private static final double FLAT_MB = 24;

    private static final TrackingFilter ALL = new TrackingFilter(null, null, null, null, null, null);

    private final TrackingWorkbook workbook;
    private final Tracking tracking;
    private final Sentences sentences;
    private final Imports imports;
    private final TransactionTemplate transaction;
    private final SignedSales sales;
    private final JdbcTemplate database;
    private final Map<String, Object> results = new TreeMap<>();
    private final Path file;

    private interface Writing {

        void to(OutputStream out) throws IOException;
    }

    private WorkbookBench(ConfigurableApplicationContext application) throws IOException {
        this.workbook = application.getBean(TrackingWorkbook.class);
        this.tracking = application.getBean(Tracking.class);
        this.sentences = application.getBean(Sentences.class);
        this.imports = application.getBean(Imports.class);
        this.transaction = application.getBean(TransactionTemplate.class);
        this.database = application.getBean(JdbcTemplate.class);
        this.sales = new SignedSales(database, LocalDate.now(application.getBean(TestClock.class)));
        this.file = Files.createTempFile("bench", ".xlsx");
        application.getBean(Staff.class).enrol("bench.finance", "压测", null, "bench.finance", Staff.FINANCE);
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        AnchangApplication.class, TestDatabase.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=WARN",
                        "--anchang.secret-key=YmVuY2gta2V5LW9ubHktZm9yLXRoZS1iZW5jaG1hcms=",
                        "--anchang.admin.user=bench.admin",
                        "--anchang.admin.password=bench.admin.password")) {
            WorkbookBench bench = new WorkbookBench(application);
            bench.run();
            System.out.println(new ObjectMapper().writeValueAsString(bench.results));
        }
        System.exit(0);
    }

    private void run() throws Exception {
        rowsUntil(0, 10_000);
        heap("heap_mb_at_10k", this::ours);
        peak("pools_peak_mb_at_10k", this::ours);
        rowsUntil(10_000, 100_000);
        timed();
        heap("heap_mb_at_100k", this::ours);
        rowsUntil(100_000, 500_000);
        heap("heap_mb_at_500k", this::ours);
        peak("pools_peak_mb_at_500k", this::ours);
        imported(10_000);
        imported(100_000);
        Files.delete(file);
        judge();
    }

    /** What was aimed at, and whether it was reached. */
    private void judge() {
        Map<String, Boolean> reached = new TreeMap<>();
        reached.put("ratio_to_bare_sxssf <= 1.15", number("ratio_to_bare_sxssf") <= 1.15);
        reached.put("ratio_to_fastexcel <= 2", number("ratio_to_fastexcel") <= 2);
        for (String rows : List.of("10k", "100k", "500k")) {
            reached.put("heap_mb_at_" + rows + " <= 64", number("heap_mb_at_" + rows) <= MOST_MB);
        }
        reached.put("heap flat to 500k", number("heap_mb_at_500k") <= number("heap_mb_at_10k") + FLAT_MB);
        reached.put(
                "import check flat to 100k",
                number("import_check_heap_mb_at_100k") <= number("import_check_heap_mb_at_10k") + FLAT_MB);
        reached.put(
                "import apply flat to 100k",
                number("import_apply_heap_mb_at_100k") <= number("import_apply_heap_mb_at_10k") + FLAT_MB);
        results.put("reached", reached);
    }

    private double number(String result) {
        return (Double) results.get(result);
    }

    private void rowsUntil(int before, int rows) {
        sales.signed(before / LINES_A_SALE + 1, rows / LINES_A_SALE);
        long there = database.queryForObject("select count(*) from sales.receivables", Long.class);
        results.put("rows_of_" + rows / 1000 + "k", there);
    }

    // ---- time

    private void timed() throws IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> fast = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            double one = seconds(this::ours);
            double two = seconds(this::bare);
            double three = seconds(this::fast);
            if (i > 0) {
                ours.add(one);
                bare.add(two);
                fast.add(three);
            }
        }
        results.put("seconds", median(ours));
        results.put("seconds_bare_sxssf", median(bare));
        results.put("seconds_fastexcel", median(fast));
        results.put("ratio_to_bare_sxssf", median(ours) / median(bare));
        results.put("ratio_to_fastexcel", median(ours) / median(fast));
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private double seconds(Writing writing) throws IOException {
        long begun = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            writing.to(out);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void ours(OutputStream out) {
        workbook.write(ALL, TrackingSort.DUE_ON, false, "压测", Map.of(), BookFormat.XLSX, out, Counter.SILENT);
    }

    private Object[] cells(TrackingRow row) {
        return new Object[] {
            row.customer(),
            row.paidOn(),
            row.paid().amount().doubleValue(),
            sentences.name(row.status()),
            row.reminds() ? "发送付款提醒" : null,
            row.contractNo(),
            row.project(),
            row.unitNo(),
            sentences.text("reminder.item", row.seq(), row.kind()),
            row.dueOn(),
            row.amount().amount().doubleValue(),
            row.rest().amount().doubleValue(),
            row.daysLate() == 0 ? null : (double) row.daysLate(),
            row.consultant()
        };
    }

    private void bare(OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            CellStyle text = bordered(book, "@");
            CellStyle money = bordered(book, "#,##0.00");
            CellStyle day = bordered(book, "yyyy-mm-dd");
            SXSSFSheet sheet = book.createSheet("跟踪表");
            int[] next = {0};
            transaction.executeWithoutResult(status -> tracking.each(ALL, TrackingSort.DUE_ON, false, row -> {
                SXSSFRow line = sheet.createRow(next[0]++);
                Object[] cells = cells(row);
                for (int i = 0; i < cells.length; i++) {
                    var cell = line.createCell(i);
                    if (cells[i] instanceof Double number) {
                        cell.setCellValue(number);
                        cell.setCellStyle(money);
                    } else if (cells[i] instanceof LocalDate date) {
                        cell.setCellValue(date);
                        cell.setCellStyle(day);
                    } else {
                        cell.setCellStyle(text);
                        if (cells[i] != null) {
                            cell.setCellValue((String) cells[i]);
                        }
                    }
                }
            }));
            book.write(out);
        }
    }

    private static CellStyle bordered(SXSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private void fast(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("跟踪表");
            int[] next = {0};
            transaction.executeWithoutResult(status -> tracking.each(ALL, TrackingSort.DUE_ON, false, row -> {
                Object[] cells = cells(row);
                int at = next[0]++;
                for (int i = 0; i < cells.length; i++) {
                    if (cells[i] instanceof Double number) {
                        sheet.value(at, i, number);
                        sheet.style(at, i)
                                .format("#,##0.00")
                                .borderStyle("thin")
                                .set();
                    } else if (cells[i] instanceof LocalDate date) {
                        sheet.value(at, i, date);
                        sheet.style(at, i)
                                .format("yyyy-mm-dd")
                                .borderStyle("thin")
                                .set();
                    } else {
                        sheet.value(at, i, (String) cells[i]);
                        sheet.style(at, i).format("@").borderStyle("thin").set();
                    }
                }
                if (at % 1000 == 999) {
                    try {
                        sheet.flush();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
            }));
        }
    }

    // ---- heap

    /** How many MB live above the idle application at the most, looked at after collections while it works. */
    private void heap(String result, Writing writing) throws Exception {
        long idle = live();
        AtomicLong most = new AtomicLong(idle);
        AtomicBoolean done = new AtomicBoolean();
        Thread watcher = watching(most, done);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            writing.to(out);
        } finally {
            done.set(true);
            watcher.join();
        }
        results.put(result, (most.get() - idle) / 1e6);
    }

    /** The peak of the heap's pools while it works, garbage that nobody had to collect yet included. */
    private void peak(String result, Writing writing) throws IOException {
        long idle = live();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            writing.to(out);
        }
        long most = pools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        results.put(result, (most - idle) / 1e6);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static Thread watching(AtomicLong most, AtomicBoolean done) {
        Thread watcher = new Thread(() -> {
            while (!done.get()) {
                most.accumulateAndGet(live(), Math::max);
                try {
                    Thread.sleep(150);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        watcher.start();
        return watcher;
    }

    /** What is still there after a collection. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** Checks and writes a statement of so many lines; its file is on the heap of the program, and so of the idle application. */
    private void imported(int rows) throws Exception {
        byte[] bytes;
        try (SheetWriter sheet = new SheetWriter("流水")) {
            sheet.headings(List.of("流水号", "交易日期", "收入金额", "对方户名", "附言"));
            LocalDate day = LocalDate.of(2026, 11, 2);
            for (int i = 0; i < rows; i++) {
                sheet.row("S" + rows + "-" + i, day, 1000 + i, "付款人" + i, "第 " + i + " 笔");
            }
            bytes = sheet.finish();
        }
        String size = rows / 1000 + "k";
        ImportJob[] job = new ImportJob[1];
        heap("import_check_heap_mb_at_" + size, out -> {
            long begun = System.nanoTime();
            job[0] = settled(((Accepted) imports.start("bank-statement", "bench.xlsx", bytes, "bench.finance")).job());
            results.put("import_check_seconds_at_" + size, (System.nanoTime() - begun) / 1e9);
        });
        heap("import_apply_heap_mb_at_" + size, out -> {
            long begun = System.nanoTime();
            job[0] = settled(((Accepted) imports.apply(job[0].id(), "bench.finance")).job());
            results.put("import_apply_seconds_at_" + size, (System.nanoTime() - begun) / 1e9);
        });
        if (job[0].state() != ImportState.APPLIED || job[0].added() != rows || job[0].bad() > 0) {
            throw new IOException("Not imported: " + job[0]);
        }
    }

    private ImportJob settled(ImportJob begun) throws IOException {
        ImportJob job = begun;
        while (job.state().isRunning()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            job = ((Accepted) imports.job(job.id(), "bench.finance")).job();
        }
        return job;
    }
}
