package cn.anchang.workbook;

import cn.anchang.shared.Sentences;
import cn.anchang.workbook.ImportJob.BadRow;
import cn.anchang.workbook.ImportJob.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** One import while it is remembered: its file, its counts, its bad rows. Written by the worker, read by whoever asks. */
final class RunningImport {

    private static final int SHOWN = 50;
    private static final int DIFFERENCES_SHOWN = 500;
    private static final int BAD_ROWS_KEPT = 5_000;
    private static final int WIDE = 12;

    private record Bad(List<Cell> cells, Map<Integer, String> reasons, String summary) {}

    private final UUID id = UUID.randomUUID();
    private final ImportKind kind;
    private final String filename;
    private final String userId;
    private final Instant startedAt;
    private byte[] bytes;
    private ImportState state = ImportState.CHECKING;
    private int rows;
    private int judged;
    private int added;
    private int changed;
    private int unchanged;
    private int bad;
    private List<String> headings = List.of();
    private List<BadRow> problems = new ArrayList<>();
    private List<Difference> differences = new ArrayList<>();
    private int differing;
    private List<Bad> badRows = new ArrayList<>();
    private List<String> notices = List.of();
    private String message;

    RunningImport(ImportKind kind, String filename, String userId, byte[] bytes, Instant startedAt) {
        this.kind = kind;
        this.filename = filename;
        this.userId = userId;
        this.bytes = bytes;
        this.startedAt = startedAt;
    }

    UUID id() {
        return id;
    }

    ImportKind kind() {
        return kind;
    }

    String kindCode() {
        return kind.code();
    }

    String userId() {
        return userId;
    }

    Instant startedAt() {
        return startedAt;
    }

    synchronized byte[] bytes() {
        return bytes;
    }

    synchronized ImportState state() {
        return state;
    }

    /** Forgets what an earlier pass found. */
    synchronized ImportKind.Pass begin() {
        rows = 0;
        judged = 0;
        added = 0;
        changed = 0;
        unchanged = 0;
        bad = 0;
        problems = new ArrayList<>();
        differences = new ArrayList<>();
        differing = 0;
        badRows = new ArrayList<>();
        return kind.begin(new ImportKind.Order(userId, filename));
    }

    synchronized void expect(int expected) {
        rows = expected;
    }

    synchronized void headings(List<String> found) {
        headings = found;
    }

    synchronized void judged(Row row, Verdict verdict, List<BadRow> reasons) {
        judged++;
        if (!row.isGood()) {
            bad++;
            if (problems.size() < SHOWN) {
                problems.addAll(reasons);
            }
            if (badRows.size() < BAD_ROWS_KEPT) {
                badRows.add(bad(row, reasons));
            }
        } else if (verdict == Verdict.ADDED) {
            added++;
        } else if (verdict == Verdict.CHANGED) {
            changed++;
            differ(row);
        } else {
            unchanged++;
        }
    }

    private void differ(Row row) {
        differing += row.changes().size();
        row.changes().stream()
                .limit(Math.max(0, DIFFERENCES_SHOWN - differences.size()))
                .map(change -> new Difference(row.number(), change.column().name(), change.was(), change.becomes()))
                .forEach(differences::add);
    }

    private static Bad bad(Row row, List<BadRow> reasons) {
        Map<Integer, String> byCell = new HashMap<>();
        for (int i = 0; i < reasons.size(); i++) {
            int at = row.position(row.problems().get(i).column());
            if (at >= 0) {
                byCell.merge(at, reasons.get(i).reason(), (one, other) -> one + "\n" + other);
            }
        }
        String summary = reasons.stream()
                .map(reason -> reason.column() == null ? reason.reason() : reason.column() + ":" + reason.reason())
                .collect(Collectors.joining("\n"));
        return new Bad(row.cells(), byCell, summary);
    }

    synchronized void read(List<String> found) {
        notices = List.copyOf(found);
        if (state == ImportState.CHECKING) {
            state = ImportState.CHECKED;
        }
    }

    synchronized boolean beginApplying() {
        if (state != ImportState.CHECKED || added + changed == 0) {
            return false;
        }
        state = ImportState.APPLYING;
        judged = 0;
        return true;
    }

    synchronized void applied() {
        state = ImportState.APPLIED;
        bytes = null;
    }

    synchronized void refused(String why) {
        state = ImportState.REFUSED;
        message = why;
        bytes = null;
    }

    synchronized void failed(String why) {
        state = ImportState.FAILED;
        message = why;
        bytes = null;
    }

    synchronized ImportJob seen() {
        int percent = !state.isRunning() ? 100 : rows == 0 ? 0 : Math.min(99, judged * 100 / rows);
        return new ImportJob(
                id,
                kind.code(),
                filename,
                userId,
                startedAt,
                state,
                percent,
                rows,
                added,
                changed,
                unchanged,
                bad,
                List.copyOf(problems),
                List.copyOf(differences),
                differing,
                notices,
                message);
    }

    /** @return null when there are no bad rows */
    byte[] errorWorkbook(Sentences sentences) {
        List<Bad> found;
        List<String> titles;
        boolean cut;
        synchronized (this) {
            if (badRows.isEmpty()) {
                return null;
            }
            found = List.copyOf(badRows);
            titles = new ArrayList<>(headings);
            cut = bad > badRows.size();
        }
        int width = titles.size();
        titles.add(sentences.text("import.errors.reason"));
        int[] widths = new int[width + 1];
        Arrays.fill(widths, 14);
        widths[width] = 60;
        try (SheetWriter sheet = new SheetWriter(sentences.text("import.errors.sheet"))) {
            sheet.widths(widths)
                    .headings(titles, 1)
                    .printed(width > WIDE ? PrintPage.A3_LANDSCAPE : PrintPage.A4_LANDSCAPE);
            for (Bad row : found) {
                sheet.badRow(row.cells(), row.reasons(), width, row.summary());
            }
            if (cut) {
                sheet.row(sentences.text("import.errors.cut", found.size()));
            }
            return sheet.finish();
        }
    }
}
