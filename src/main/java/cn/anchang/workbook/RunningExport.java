package cn.anchang.workbook;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One export while it is remembered. Written by the worker, read by whoever asks. */
final class RunningExport implements Exports.Counter {

    /** Ends the writing of what nobody wants any more. */
    static final class CalledOff extends RuntimeException {

        CalledOff() {
            super(null, null, false, false);
        }
    }

    /** Title, note, headings and totals. */
    private static final int ROWS_AROUND = 5;

    private final UUID id = UUID.randomUUID();
    private final Exports.Order order;
    private final String filename;
    private final Instant startedAt;
    private volatile ExportState state = ExportState.RUNNING;
    private volatile long expected;
    private volatile long rows;
    private volatile long bytes;
    private volatile Path file;
    private volatile String message;
    private volatile Future<?> work;

    RunningExport(Exports.Order order, String filename, Instant startedAt) {
        this.order = order;
        this.filename = filename;
        this.startedAt = startedAt;
    }

    UUID id() {
        return id;
    }

    Exports.Order order() {
        return order;
    }

    Instant startedAt() {
        return startedAt;
    }

    ExportState state() {
        return state;
    }

    Path file() {
        return file;
    }

    void runs(Future<?> worker) {
        work = worker;
    }

    void waitFor(long time, TimeUnit unit) {
        try {
            work.get(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            return;
        }
    }

    /** A format that cannot hold so many rows says so before the first is written. */
    @Override
    public void expect(long total) {
        expected = total;
        if (total > order.format().rows() - ROWS_AROUND) {
            throw new NotWritable(order.format());
        }
    }

    @Override
    public void row() {
        if (state == ExportState.CANCELLED) {
            throw new CalledOff();
        }
        rows++;
    }

    synchronized boolean ready(Path written, long size) {
        if (state != ExportState.RUNNING) {
            return false;
        }
        file = written;
        bytes = size;
        state = ExportState.READY;
        return true;
    }

    synchronized void failed(String why) {
        if (state == ExportState.RUNNING) {
            message = why;
            state = ExportState.FAILED;
        }
    }

    synchronized void callOff() {
        if (state == ExportState.RUNNING) {
            state = ExportState.CANCELLED;
        }
    }

    ExportJob seen() {
        int percent = state == ExportState.READY ? 100 : expected == 0 ? 0 : (int) Math.min(99, rows * 100 / expected);
        return new ExportJob(
                id,
                order.title(),
                filename,
                order.format(),
                startedAt,
                state,
                rows,
                percent,
                bytes,
                message,
                order.instead());
    }
}
