package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.TasklistSession.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
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
            sales.add(sale(site, i % 2 == 0 ? CHEN : LIN, Person.unknown()));
        }
        sales.parallelStream().forEach(Sale::intended);

        List<Answer> answers = allAtOnce(sales.stream()
                .map(sale -> (Callable<Answer>) () -> sale.choose(unit))
                .toList());

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

    @Test
    void aCustomerReceivedAtSeveralDesksAtOnceHasOneCase() throws Exception {
        SalesSite site = site(1);
        Person person = Person.unknown();
        List<Sale> visits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            visits.add(sale(site, i % 2 == 0 ? CHEN : LIN, person));
        }
        at(CHEN);
        at(LIN);

        List<Answer> answers = allAtOnce(
                visits.stream().map(visit -> (Callable<Answer>) visit::register).toList());

        assertThat(answers).allSatisfy(JourneyTest::accepted);
        assertThat(visits.stream().map(Sale::caseId).distinct()).hasSize(1);
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.sales_cases where project_id = ?", Integer.class, site.projectId()))
                .isOne();
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.visits where project_id = ?", Integer.class, site.projectId()))
                .isEqualTo(8);
        assertThat(visits.get(0).openTasks()).containsExactly("userTask_negotiate");
    }

    private static List<Answer> allAtOnce(List<Callable<Answer>> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        ExecutorService clients = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<Answer>> waiting = acts.stream()
                    .map(act -> clients.submit(() -> {
                        start.await();
                        return act.call();
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
