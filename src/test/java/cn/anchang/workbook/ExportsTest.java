package cn.anchang.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** An export shows how far it is, can be called off, says why it failed, and is nobody else's. */
class ExportsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path files;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T02:00:00Z"));
    private final JdbcTemplate database = mock(JdbcTemplate.class);
    private ExportFolder folder;
    private Exports exports;

    @BeforeEach
    void begin() throws IOException {
        folder = new ExportFolder(files);
        Clock clock = mock(Clock.class);
        when(clock.instant()).thenAnswer(call -> now.get());
        when(clock.getZone()).thenReturn(ZONE);
        exports = new Exports(sentences(), database, folder, clock);
    }

    private static Sentences sentences() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/shared", "messages/workbook");
        messages.setDefaultEncoding("UTF-8");
        return new Sentences(messages, new Site("公司", ZONE));
    }

    @AfterEach
    void stop() throws IOException {
        exports.stop();
        folder.destroy();
    }

    private ExportJob begin(String userId, BookFormat format, Exports.Content content) {
        ExportOutcome outcome = exports.start(new Exports.Order(userId, "跟踪表", "全部", format), content);
        return ((ExportOutcome.Begun) outcome).job();
    }

    @Test
    void aFileIsThereWhenItIsDoneAndForWhoAskedOnly() throws IOException {
        ExportJob job = begin("chen.xiao", BookFormat.XLSX, (out, counter) -> {
            counter.expect(2);
            counter.row();
            counter.row();
            out.write("内容".getBytes(StandardCharsets.UTF_8));
        });

        ExportJob done = exports.await(job.id(), "chen.xiao", SOON).orElseThrow();
        assertThat(done.state()).isEqualTo(ExportState.READY);
        assertThat(done.rows()).isEqualTo(2);
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.filename()).startsWith("跟踪表-").endsWith(".xlsx");
        assertThat(Files.readString(exports.file(job.id(), "chen.xiao").orElseThrow()))
                .isEqualTo("内容");
        assertThat(exports.file(job.id(), "lin.jia")).isEmpty();
        assertThat(exports.job(job.id(), "lin.jia")).isEmpty();
    }

    @Test
    void oneThatIsCalledOffEndsAtItsNextRow() throws InterruptedException {
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ExportJob job = begin("chen.xiao", BookFormat.XLSX, (out, counter) -> {
            try {
                counter.expect(100);
                for (int i = 0; i < 50; i++) {
                    counter.row();
                }
                half.countDown();
                goOn.await();
                counter.row();
                throw new IOException("went on");
            } catch (InterruptedException e) {
                throw new IOException(e);
            } finally {
                ended.countDown();
            }
        });
        half.await();
        assertThat(exports.job(job.id(), "chen.xiao").orElseThrow().percent()).isEqualTo(50);

        exports.cancel(job.id(), "lin.jia");
        assertThat(exports.job(job.id(), "chen.xiao").orElseThrow().state()).isEqualTo(ExportState.RUNNING);
        exports.cancel(job.id(), "chen.xiao");
        goOn.countDown();
        ended.await();

        ExportJob seen = exports.await(job.id(), "chen.xiao", SOON).orElseThrow();
        assertThat(seen.state()).isEqualTo(ExportState.CANCELLED);
        assertThat(exports.file(job.id(), "chen.xiao")).isEmpty();
    }

    @Test
    void theOldFormatSaysWhenItIsFullAndWhatToDo() {
        ExportJob job = begin("chen.xiao", BookFormat.XLS, (out, counter) -> {
            try (Book book = new Book(BookFormat.XLS)) {
                SheetWriter sheet = book.sheet("很多行");
                for (int i = 0; i <= BookFormat.XLS.rows(); i++) {
                    sheet.row(i);
                }
                book.writeTo(out);
            }
        });

        ExportJob failed = exports.await(job.id(), "chen.xiao", SOON).orElseThrow();
        assertThat(failed.state()).isEqualTo(ExportState.FAILED);
        assertThat(failed.message()).contains(".xls", "65536", ".xlsx");
    }

    @Test
    void whatGoesWrongIsSaidInChineseAndOthersGoOn() {
        ExportJob job = begin("chen.xiao", BookFormat.XLSX, (out, counter) -> {
            throw new IllegalStateException("no disk");
        });

        ExportJob failed = exports.await(job.id(), "chen.xiao", SOON).orElseThrow();
        assertThat(failed.state()).isEqualTo(ExportState.FAILED);
        assertThat(failed.message()).contains("导出没有完成").doesNotContain("disk");
        ExportJob next = begin("chen.xiao", BookFormat.XLSX, (out, counter) -> out.write(1));
        assertThat(exports.await(next.id(), "chen.xiao", SOON).orElseThrow().state())
                .isEqualTo(ExportState.READY);
    }

    @Test
    void theOldFormatSaysSoBeforeItIsFull() {
        ExportOutcome outcome = exports.start(
                new Exports.Order("chen.xiao", "跟踪表", "全部", BookFormat.XLS, "/receivables/export?q=A%2BB"),
                (out, counter) -> {
                    counter.expect(BookFormat.XLS.rows());
                    throw new IOException("went on");
                });
        ExportJob failed = exports.await(((ExportOutcome.Begun) outcome).job().id(), "chen.xiao", SOON)
                .orElseThrow();
        assertThat(failed.state()).isEqualTo(ExportState.FAILED);
        assertThat(failed.message()).contains("65536", ".xlsx");
        assertThat(failed.instead()).isEqualTo("/receivables/export?q=A%2BB");
    }

    @Test
    void noMemoryIsToldLikeAnyFailureAndNobodyIsShutOut() {
        for (int i = 0; i < 4; i++) {
            ExportJob job = begin("chen.xiao", BookFormat.XLS, (out, counter) -> {
                throw new OutOfMemoryError("too many cells");
            });
            ExportJob failed = exports.await(job.id(), "chen.xiao", SOON).orElseThrow();
            assertThat(failed.state()).isEqualTo(ExportState.FAILED);
            assertThat(failed.message()).contains("导出没有完成");
        }
        assertThat(list(files)).as("no file is left").isEmpty();
    }

    @Test
    void whatCannotBeLoggedIsNotWritten() {
        when(database.update(anyString(), any(Object[].class)))
                .thenThrow(new DataAccessResourceFailureException("gone"));
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> begin("chen.xiao", BookFormat.XLSX, (out, counter) -> out.write(1)))
                    .isInstanceOf(DataAccessResourceFailureException.class);
        }
        assertThat(list(files)).isEmpty();
    }

    @Test
    void aFileGoesAfterTwoHoursThoughNobodyAsks() throws IOException {
        ExportJob job = begin("chen.xiao", BookFormat.XLSX, (out, counter) -> out.write(1));
        exports.await(job.id(), "chen.xiao", SOON);
        now.set(now.get().plus(Duration.ofMinutes(119)));
        exports.tidy();
        assertThat(exports.file(job.id(), "chen.xiao")).isPresent();
        now.set(now.get().plus(Duration.ofMinutes(2)));
        exports.tidy();
        assertThat(exports.file(job.id(), "chen.xiao")).isEmpty();
        assertThat(list(files)).isEmpty();
    }

    @Test
    void whatAKilledServerLeftGoesAndWhatALivingOneNeedsStays() throws IOException {
        Path left = Files.createDirectories(files.resolve("server-killed"));
        Files.writeString(left.resolve("lock"), "");
        Files.writeString(left.resolve("customers"), "13800000000");
        ExportJob job = begin("chen.xiao", BookFormat.XLSX, (out, counter) -> out.write(1));
        exports.await(job.id(), "chen.xiao", SOON);

        ExportFolder another = new ExportFolder(files);

        assertThat(left).doesNotExist();
        assertThat(exports.file(job.id(), "chen.xiao")).isPresent();
        another.destroy();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nobodyFillsTheMachineWithExports() {
        CountDownLatch never = new CountDownLatch(1);
        Exports.Content slow = (out, counter) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        for (int i = 0; i < 3; i++) {
            begin("chen.xiao", BookFormat.XLSX, slow);
        }
        assertThat(exports.start(new Exports.Order("chen.xiao", "跟踪表", "全部", BookFormat.XLSX), slow))
                .isInstanceOf(ExportOutcome.Refused.class);
        never.countDown();
    }
}
