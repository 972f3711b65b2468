package cn.anchang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.DatabaseTest;
import cn.anchang.testing.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(DocumentNumbers.class)
class DocumentNumbersTest {

    @Autowired
    DocumentNumbers numbers;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    TestClock clock;

    @Test
    void whoeverRollsBackGivesTheNumberBack() {
        clock.moveTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(inTransaction.<String>execute(status -> numbers.next("AA"))).isEqualTo("AA-2026-000001");
        inTransaction.execute(status -> {
            numbers.next("AA");
            status.setRollbackOnly();
            return null;
        });
        assertThat(inTransaction.<String>execute(status -> numbers.next("AA"))).isEqualTo("AA-2026-000002");
    }

    @Test
    void aNewYearInTheSitesTimeZoneBeginsAtOne() {
        clock.moveTo(Instant.parse("2026-12-31T15:59:59Z"));
        assertThat(inTransaction.<String>execute(status -> numbers.next("BB"))).isEqualTo("BB-2026-000001");
        clock.moveTo(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(inTransaction.<String>execute(status -> numbers.next("BB"))).isEqualTo("BB-2027-000001");
    }

    @Test
    void manyAtOnceGetEachNumberOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            Callable<String> take = () -> inTransaction.execute(status -> numbers.next("CC"));
            List<Future<String>> taken =
                    clients.invokeAll(IntStream.range(0, 64).mapToObj(i -> take).toList());
            List<String> got = new java.util.ArrayList<>();
            for (Future<String> one : taken) {
                got.add(one.get());
            }
            assertThat(got.stream().map(number -> number.substring(8)).sorted())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 64)
                            .mapToObj("%06d"::formatted)
                            .toList());
        } finally {
            clients.shutdownNow();
        }
    }
}
