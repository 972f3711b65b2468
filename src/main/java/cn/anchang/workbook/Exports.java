package cn.anchang.workbook;

import cn.anchang.shared.Sentences;
import jakarta.annotation.PreDestroy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Writes workbooks behind the back of whoever asked for them: they see how far it is, can call it off, and fetch the file when it is
 * done. What a file may hold is decided by who asked, before it is begun; who asked for what is logged (R35). Files live on the disk of
 * one server for two hours; what a killed server left there goes when one begins anew.
 */
@Service
public class Exports {

    /** Writes the workbook; {@link Counter#row} is called for each row and ends the work when it has been called off. */
    @FunctionalInterface
    public interface Content {

        void write(OutputStream out, Counter counter) throws IOException;
    }

    /** Counts what is written. */
    public interface Counter {

        /** For a caller who need not be told. */
        Counter SILENT = new Counter() {
            @Override
            public void expect(long rows) {
                // Nobody looks.
            }

            @Override
            public void row() {
                // Nobody looks.
            }
        };

        /**
         * Ends the work when the format holds fewer.
         *
         * @param rows how many will come, as far as is known beforehand
         */
        void expect(long rows);

        void row();
    }

    /**
     * What is asked for.
     *
     * @param title what people call the workbook, and the file
     * @param asked what its rows were filtered by, in words
     * @param instead where the same can be had as .xlsx, for who asked for the old format; else null
     */
    public record Order(String userId, String title, String asked, BookFormat format, String instead) {

        public Order(String userId, String title, String asked, BookFormat format) {
            this(userId, title, asked, format, null);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final int AT_ONCE = 2;
    private static final int JOBS_KEPT = 40;
    private static final int RUNNING_EACH = 3;
    private static final Duration KEPT_FOR = Duration.ofHours(2);
    private static final int LISTED = 100;

    private final Sentences sentences;
    private final JdbcTemplate database;
    private final Clock clock;
    private final Map<UUID, RunningExport> jobs = new ConcurrentHashMap<>();
    private final ExecutorService workers = workers(AT_ONCE);

    /** Workbooks of the old format are held whole: one at a time. */
    private final ExecutorService oldFormat = workers(1);

    private final ExportFolder folder;

    Exports(Sentences sentences, JdbcTemplate database, ExportFolder folder, Clock clock) {
        this.sentences = sentences;
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    private static ExecutorService workers(int atOnce) {
        return Executors.newFixedThreadPool(atOnce, work -> {
            Thread thread = new Thread(work, "export");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to write; the answer comes at once. */
    public ExportOutcome start(Order order, Content content) {
        forgetOld();
        makeRoom();
        long running = jobs.values().stream()
                .filter(job -> job.state() == ExportState.RUNNING
                        && job.order().userId().equals(order.userId()))
                .count();
        if (running >= RUNNING_EACH || jobs.size() >= JOBS_KEPT) {
            return new ExportOutcome.Refused(new ExportRefused.TooManyExports());
        }
        RunningExport job = new RunningExport(order, filename(order), clock.instant());
        database.update(
                "insert into sales.exports (id, title, asked, format, by_whom, at, state) values (?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                order.title(),
                order.asked(),
                order.format().name(),
                order.userId(),
                Timestamp.from(job.startedAt()),
                job.state().name());
        jobs.put(job.id(), job);
        job.runs((order.format() == BookFormat.XLS ? oldFormat : workers).submit(() -> write(job, content)));
        return new ExportOutcome.Begun(job.seen());
    }

    private String filename(Order order) {
        return "%s-%s.%s"
                .formatted(
                        order.title(),
                        java.time.LocalDate.now(clock),
                        order.format().extension());
    }

    private void write(RunningExport job, Content content) {
        Path file = null;
        try {
            file = folder.create();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.write(out, job);
            }
            if (!job.ready(file, Files.size(file))) {
                delete(file);
            }
        } catch (RunningExport.CalledOff e) {
            delete(file);
        } catch (NotWritable e) {
            delete(file);
            job.failed(sentences.of(e.why()));
        } catch (Throwable e) {
            // An OutOfMemoryError too: whoever waits is told, and others go on.
            delete(file);
            LOG.warn("Export {} of {} failed", job.id(), job.order().title(), e);
            job.failed(sentences.text("export.failed"));
        }
        try {
            log(job.seen());
        } catch (RuntimeException e) {
            LOG.warn("How export {} ended is not in the log", job.id(), e);
        }
    }

    private void log(ExportJob seen) {
        database.update(
                "update sales.exports set state = ?, rows = ?, bytes = ?, done_at = ? where id = ?",
                seen.state().name(),
                seen.rows(),
                seen.bytes(),
                Timestamp.from(clock.instant()),
                seen.id());
    }

    /** Waits a little for a short one; returns how far it has come then. */
    public Optional<ExportJob> await(UUID id, String userId, Duration most) {
        return find(id, userId).map(job -> {
            job.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
            return job.seen();
        });
    }

    /** Told to whoever asked for it and to nobody else. */
    public Optional<ExportJob> job(UUID id, String userId) {
        return find(id, userId).map(RunningExport::seen);
    }

    /** Calls it off; does nothing once it is done. */
    public void cancel(UUID id, String userId) {
        find(id, userId).ifPresent(RunningExport::callOff);
    }

    /** The file, once it is done. */
    public Optional<Path> file(UUID id, String userId) {
        return find(id, userId).map(RunningExport::file).filter(Files::exists);
    }

    /** What this person exported, or what everybody did, the latest first. */
    public List<ExportLine> log(String userId) {
        return database.query(
                "select * from sales.exports where cast(? as text) is null or by_whom = ? order by at desc limit "
                        + LISTED,
                (row, number) -> new ExportLine(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("asked"),
                        BookFormat.valueOf(row.getString("format")),
                        row.getString("by_whom"),
                        row.getTimestamp("at").toInstant(),
                        ExportState.valueOf(row.getString("state")),
                        row.getLong("rows"),
                        jobs.containsKey(row.getObject("id", UUID.class))),
                userId,
                userId);
    }

    private Optional<RunningExport> find(UUID id, String userId) {
        return Optional.ofNullable(jobs.get(id))
                .filter(job -> job.order().userId().equals(userId));
    }

    /** Whatever nobody asks for: old files go, and an export whose server was killed is not said to be running for ever. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void tidy() {
        forgetOld();
        folder.forgetOthers();
        Timestamp longAgo = Timestamp.from(clock.instant().minus(KEPT_FOR));
        database
                .queryForList("select id from sales.exports where state = 'RUNNING' and at < ?", UUID.class, longAgo)
                .stream()
                .filter(id -> !jobs.containsKey(id))
                .forEach(id -> database.update(
                        "update sales.exports set state = 'FAILED', done_at = ? where id = ? and state = 'RUNNING'",
                        Timestamp.from(clock.instant()),
                        id));
    }

    private void forgetOld() {
        jobs.values().removeIf(job -> {
            boolean old = job.state() != ExportState.RUNNING
                    && job.startedAt().isBefore(clock.instant().minus(KEPT_FOR));
            if (old) {
                delete(job.file());
            }
            return old;
        });
    }

    /** Of the files that are done the oldest go first. */
    private synchronized void makeRoom() {
        while (jobs.size() >= JOBS_KEPT) {
            Optional<RunningExport> oldest = jobs.values().stream()
                    .filter(job -> job.state() != ExportState.RUNNING)
                    .min(Comparator.comparing(RunningExport::startedAt));
            if (oldest.isEmpty()) {
                return;
            }
            jobs.remove(oldest.get().id());
            delete(oldest.get().file());
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{} stays on the disk", file, e);
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
        oldFormat.shutdownNow();
        jobs.values().forEach(job -> delete(job.file()));
    }
}
