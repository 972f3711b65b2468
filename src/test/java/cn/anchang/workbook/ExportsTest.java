package cn.anchang.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** An export shows how far it is, can be called off, says why it failed, and is nobody else's. */
class ExportsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Exports exports = new Exports(sentences(), mock(JdbcTemplate.class), Clock.system(ZONE));

    private static Sentences sentences() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/shared", "messages/workbook");
        messages.setDefaultEncoding("UTF-8");
        return new Sentences(messages, new Site("公司", ZONE));
    }

    @AfterEach
    void stop() {
        exports.stop();
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
