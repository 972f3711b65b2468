package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.TasklistSession.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Opening day: everybody wants the same unit at the same moment (R24). */
class OpeningDayJourneyTest extends JourneyTest {

    private static final int CLIENTS = 64;

    @Test
    void ofSixtyFourCustomersOneGetsTheUnitAndTheOthersAreToldWhoHasIt() throws Exception {
        SalesSite site = site(1);
        UUID unit = site.unit(0);
        List<Sale> sales = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            sales.add(sale(site, i % 2 == 0 ? CHEN : LIN, Person.unknown()).intended());
        }

        List<Answer> answers = allAtOnce(sales, unit);

        assertThat(answers).filteredOn(Answer::isOk).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.isOk())
                .hasSize(CLIENTS - 1)
                .allSatisfy(answer -> refused(answer, "预留"));
        assertThat(site.occupants(unit)).hasSize(1);
        for (int i = 0; i < CLIENTS; i++) {
            boolean winner = answers.get(i).isOk();
            Sale sale = sales.get(i);
            assertThat(sale.openTasks()).containsExactly(winner ? "userTask_collectDeposit" : "userTask_chooseUnit");
            assertThat(sale.state()).isEqualTo(winner ? "HOLDING" : "NEGOTIATING");
            assertThat(sale.milestones().containsKey("DEPOSIT")).isEqualTo(winner);
        }
    }

    private static List<Answer> allAtOnce(List<Sale> sales, UUID unit) throws Exception {
        CyclicBarrier start = new CyclicBarrier(sales.size());
        ExecutorService clients = Executors.newFixedThreadPool(sales.size());
        try {
            List<Future<Answer>> waiting = sales.stream()
                    .map(sale -> clients.submit(() -> {
                        start.await();
                        return sale.choose(unit);
                    }))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : waiting) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            clients.shutdownNow();
        }
    }
}
