package cn.anchang.workbook;

import cn.anchang.shared.Refusal;
import cn.anchang.shared.Refused;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.ImportJob.BadRow;
import cn.anchang.workbook.ImportOutcome.Accepted;
import cn.anchang.workbook.ImportOutcome.ErrorWorkbook;
import cn.anchang.workbook.ImportOutcome.JobUnknown;
import cn.anchang.workbook.ImportOutcome.KindUnknown;
import cn.anchang.workbook.ImportOutcome.NoBadRows;
import cn.anchang.workbook.ImportOutcome.NotAnImporter;
import cn.anchang.workbook.ImportOutcome.NothingToApply;
import cn.anchang.workbook.ImportOutcome.TooManyImports;
import cn.anchang.workbook.ReadOutcome.SheetRead;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings workbooks in, in two passes: the whole file is checked first, then a person decides whether its good rows are written; the
 * second pass judges every row again and writes all or nothing. One import runs at a time, behind the back of whoever started it.
 */
@Service
public class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    static final int BATCH = 500;
    private static final int JOBS_KEPT = 8;
    private static final Duration KEPT_FOR = Duration.ofHours(2);

    private final Map<String, ImportKind> kinds;
    private final Importers importers;
    private final Sentences sentences;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<UUID, RunningImport> jobs = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "import");
        thread.setDaemon(true);
        return thread;
    });

    Imports(
            List<ImportKind> kinds,
            Importers importers,
            Sentences sentences,
            TransactionTemplate transaction,
            Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::code, Function.identity()));
        this.importers = importers;
        this.sentences = sentences;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<String> kinds() {
        return kinds.keySet().stream().sorted().toList();
    }

    /** What this person may bring in. */
    public List<String> kindsFor(String userId) {
        return kinds().stream().filter(kind -> mayImport(userId, kind)).toList();
    }

    public boolean mayImport(String userId, String kind) {
        return importers.mayImport(userId, kind);
    }

    /** Takes a file in and begins to check it; nothing is written before somebody calls {@link #apply}. */
    public ImportOutcome start(String kind, String filename, byte[] bytes, String userId) {
        ImportKind known = kinds.get(kind);
        if (known == null) {
            return new KindUnknown(kind);
        }
        if (!mayImport(userId, kind)) {
            return new NotAnImporter();
        }
        RunningImport job = new RunningImport(known, shortened(filename), userId, bytes, clock.instant());
        if (!makeRoomFor(job)) {
            return new TooManyImports();
        }
        worker.execute(() -> check(job));
        return new Accepted(job.seen());
    }

    private synchronized boolean makeRoomFor(RunningImport job) {
        jobs.values()
                .removeIf(old -> !old.state().isRunning()
                        && old.startedAt().isBefore(clock.instant().minus(KEPT_FOR)));
        while (jobs.size() >= JOBS_KEPT) {
            Optional<RunningImport> oldest = jobs.values().stream()
                    .filter(old -> !old.state().isRunning())
                    .min(Comparator.comparing(RunningImport::startedAt));
            if (oldest.isEmpty()) {
                return false;
            }
            jobs.remove(oldest.get().id());
        }
        jobs.put(job.id(), job);
        return true;
    }

    /** How far it has come; told to whoever started it and to nobody else. */
    public ImportOutcome job(UUID id, String userId) {
        return find(id, userId)
                .<ImportOutcome>map(job -> new Accepted(job.seen()))
                .orElseGet(JobUnknown::new);
    }

    /** Writes the good rows of a checked file, and leaves the bad ones out. */
    public ImportOutcome apply(UUID id, String userId) {
        Optional<RunningImport> found = find(id, userId);
        if (found.isEmpty()) {
            return new JobUnknown();
        }
        RunningImport job = found.get();
        if (!mayImport(userId, job.kindCode())) {
            return new NotAnImporter();
        }
        if (!job.beginApplying()) {
            return new NothingToApply();
        }
        worker.execute(() -> write(job));
        return new Accepted(job.seen());
    }

    /** The bad rows with a reason at each cell, to be mended and uploaded again. */
    public ImportOutcome errorWorkbook(UUID id, String userId) {
        Optional<RunningImport> found = find(id, userId);
        if (found.isEmpty()) {
            return new JobUnknown();
        }
        byte[] content = found.get().errorWorkbook(sentences);
        return content == null
                ? new NoBadRows()
                : new ErrorWorkbook(
                        sentences.text(
                                "import.errors.filename",
                                sentences.text("import." + found.get().kindCode())),
                        content);
    }

    /** An empty sheet with the right headings and one example, to be filled in. */
    public byte[] template(String kind) {
        ImportKind known = Optional.ofNullable(kinds.get(kind)).orElseThrow();
        try (SheetWriter sheet = new SheetWriter(sentences.text("import." + kind))) {
            return sheet.widths(known.columns().stream().mapToInt(column -> 14).toArray())
                    .headings(known.columns().stream().map(Column::name).toList())
                    .row(known.example().toArray())
                    .finish();
        }
    }

    /**
     * Checks and writes a file while the caller waits: the sample's way in, the same as everybody's.
     *
     * @throws IllegalStateException when this person may not, or any row is bad, and then nothing is written
     */
    public ImportJob bringIn(String kind, String filename, byte[] bytes, String userId) {
        if (!mayImport(userId, kind)) {
            throw new IllegalStateException("%s may not import %s".formatted(userId, kind));
        }
        RunningImport job = new RunningImport(kinds.get(kind), filename, userId, bytes, clock.instant());
        check(job);
        ImportJob checked = job.seen();
        if (checked.state() != ImportState.CHECKED || checked.bad() > 0) {
            throw new IllegalStateException("%s: %s %s".formatted(filename, checked.message(), checked.problems()));
        }
        if (job.beginApplying()) {
            write(job);
        }
        ImportJob written = job.seen();
        if (written.state() == ImportState.FAILED) {
            throw new IllegalStateException("%s: %s".formatted(filename, written.message()));
        }
        return written;
    }

    private Optional<RunningImport> find(UUID id, String userId) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.userId().equals(userId));
    }

    private void check(RunningImport job) {
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                pass(job, false);
            });
        } catch (RuntimeException e) {
            fail(job, e);
        }
    }

    private void write(RunningImport job) {
        try {
            transaction.executeWithoutResult(status -> pass(job, true));
            job.applied();
        } catch (Refused e) {
            job.failed(e.getMessage());
        } catch (RuntimeException e) {
            fail(job, e);
        }
    }

    private void pass(RunningImport job, boolean write) {
        ImportKind.Pass pass = job.begin();
        List<Row> batch = new ArrayList<>(BATCH);
        WorkbookReader reader =
                new WorkbookReader(job.kind().columns(), job.kind().amounts());
        ReadOutcome outcome = reader.read(job.bytes(), job::expect, (row, headings) -> {
            job.headings(headings);
            batch.add(row);
            if (batch.size() == BATCH) {
                judge(job, pass, batch, write);
            }
        });
        judge(job, pass, batch, write);
        if (outcome instanceof SheetRead read) {
            pass.end(write);
            List<String> notices = new ArrayList<>(pass.notices());
            if (!read.ignored().isEmpty()) {
                notices.add(sentences.text("import.ignored", read.ignored()));
            }
            job.read(notices);
        } else {
            if (write) {
                throw new IllegalStateException("A file that could be read no longer can: " + outcome);
            }
            job.refused(sentences.of((Refusal) outcome));
        }
    }

    private void judge(RunningImport job, ImportKind.Pass pass, List<Row> batch, boolean write) {
        if (batch.isEmpty()) {
            return;
        }
        List<Verdict> verdicts = pass.take(batch, write);
        for (int i = 0; i < batch.size(); i++) {
            Row row = batch.get(i);
            List<BadRow> reasons = row.problems().stream()
                    .map(problem -> new BadRow(
                            row.number(),
                            problem.column() == null ? null : problem.column().name(),
                            sentences.of(problem.reason())))
                    .toList();
            job.judged(row, verdicts.get(i), reasons);
        }
        batch.clear();
    }

    private void fail(RunningImport job, RuntimeException e) {
        LOG.warn("Import {} of {} failed, nothing was written", job.id(), job.kindCode(), e);
        job.failed(sentences.text("import.failed"));
    }

    private static String shortened(String filename) {
        String name =
                filename == null ? "" : filename.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > 100 ? name.substring(0, 100) : name;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
