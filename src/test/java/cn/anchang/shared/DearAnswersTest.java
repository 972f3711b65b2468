package cn.anchang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DearAnswersTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Supplier<Integer> slow = () -> {
        try {
            Thread.sleep(60);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return asked.incrementAndGet();
    };

    @Test
    void whatTookLongIsToldAgainToWhoeverAsksTheSame() {
        DearAnswers answers = new DearAnswers(Duration.ofMinutes(1));

        assertThat(answers.get("one", slow)).isEqualTo(1);
        assertThat(answers.get("one", slow)).isEqualTo(1);
        assertThat(answers.get("other", slow)).isEqualTo(2);
    }

    @Test
    void anAnswerGetsNoOlderThanSaid() throws InterruptedException {
        DearAnswers answers = new DearAnswers(Duration.ofMillis(50));
        answers.get("one", slow);
        Thread.sleep(60);

        assertThat(answers.get("one", slow)).isEqualTo(2);
    }

    @Test
    void whatIsFoundAtOnceIsAlwaysFoundAnew() {
        DearAnswers answers = new DearAnswers(Duration.ofMinutes(1));

        assertThat(answers.get("one", asked::incrementAndGet)).isEqualTo(1);
        assertThat(answers.get("one", asked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void nothingIsKeptWhereNothingMayBe() {
        DearAnswers answers = new DearAnswers(Duration.ZERO);

        assertThat(answers.get("one", slow)).isEqualTo(1);
        assertThat(answers.get("one", slow)).isEqualTo(2);
    }
}
