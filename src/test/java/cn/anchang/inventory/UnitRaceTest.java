package cn.anchang.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.inventory.HoldOutcome.Exchanged;
import cn.anchang.inventory.HoldOutcome.Held;
import cn.anchang.inventory.HoldOutcome.UnitTaken;
import cn.anchang.organization.SignedIn;
import cn.anchang.organization.Sites;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.testing.DatabaseTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@TestPropertySource(properties = "spring.datasource.hikari.maximum-pool-size=64")
@MockitoBean(types = Sites.class)
@Import({
    SalesControl.class,
    UnitChanges.class,
    SignedIn.class,
    UnitCatalogue.class,
    Prices.class,
    ApprovedAtOnce.class,
    Board.class
})
class UnitRaceTest {

    private static final int CLIENTS = 64;

    @Autowired
    SalesControl control;

    @Autowired
    Board board;

    @Autowired
    Sentences sentences;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Building building;
    private Unit unit;
    private Instant until;

    @BeforeEach
    void aUnitOnSale() {
        LocalDate today = LocalDate.now(clock);
        until = clock.instant().plus(Duration.ofHours(2));
        building = board.building("1号楼");
        board.permit(building, today, today);
        unit = board.unit(building, "301");
        board.price(unit, today, "3200000", "3000000");
    }

    /** Lets this many clients begin at the same moment, each in a transaction of its own. */
    private <T> List<T> race(Function<Integer, T> attempt) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        try {
            List<Callable<T>> attempts = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                attempts.add(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return transaction.execute(status -> attempt.apply(client));
                });
            }
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : clients.invokeAll(attempts)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            clients.shutdownNow();
        }
    }

    /** The judge: how many of those who were told they have the unit there are. */
    private static long winners(List<HoldOutcome> outcomes) {
        return outcomes.stream().filter(Held.class::isInstance).count();
    }

    @Test
    void ofSixtyFourClientsOneGetsTheUnitAndTheOthersAreToldWhoHasIt() throws Exception {
        List<UUID> cases = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            cases.add(UUID.randomUUID());
        }

        List<HoldOutcome> outcomes = race(client -> control.hold(unit.id(), cases.get(client), "顾问 " + client, until));

        assertThat(winners(outcomes)).isOne();
        int winner = outcomes.indexOf(
                outcomes.stream().filter(Held.class::isInstance).findFirst().orElseThrow());
        UnitTaken polite = new UnitTaken("1号楼-301", "顾问 " + winner, until);
        assertThat(outcomes.stream().filter(outcome -> !(outcome instanceof Held)))
                .hasSize(CLIENTS - 1)
                .containsOnly(polite);
        assertThat(sentences.of((Refusal) polite)).contains("顾问 " + winner).contains(sentences.shown(until));
        assertThat(jdbc.queryForList(
                        "select case_id from sales.unit_occupancy where unit_id = ?", UUID.class, unit.id()))
                .containsExactly(cases.get(winner));
        assertThat(jdbc.queryForObject("select version from sales.units where id = ?", Long.class, unit.id()))
                .as("nobody else touched the unit")
                .isEqualTo(1L);
    }

    @Test
    void whenTheFirstFallsBackTheUnitGoesToAnotherAndNoTraceIsLeft() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        CountDownLatch held = new CountDownLatch(1);
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            Future<?> fallsBack = clients.submit(() -> transaction.executeWithoutResult(status -> {
                assertThat(control.hold(unit.id(), first, "陈晓", until)).isInstanceOf(Held.class);
                held.countDown();
                sleep(300);
                status.setRollbackOnly();
            }));
            assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            Future<HoldOutcome> waits = clients.submit(() -> control.hold(unit.id(), second, "林佳", until));

            fallsBack.get();
            assertThat(waits.get()).isInstanceOf(Held.class);
        } finally {
            clients.shutdownNow();
        }
        assertThat(jdbc.queryForList(
                        "select case_id from sales.unit_occupancy where unit_id = ?", UUID.class, unit.id()))
                .containsExactly(second);
    }

    @Test
    void sixtyFourClientsAndAsManyUnitsEachGetOne() throws Exception {
        List<Unit> homes = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Unit home = board.unit(building, "4%02d".formatted(i));
            board.price(home, LocalDate.now(clock), "3200000", "3000000");
            homes.add(home);
        }

        List<HoldOutcome> outcomes =
                race(client -> control.hold(homes.get(client).id(), UUID.randomUUID(), "顾问 " + client, until));

        assertThat(winners(outcomes)).isEqualTo(CLIENTS);
    }

    /** 换房 races with everybody else for the same row: who loses keeps what they had. */
    @Test
    void ofExchangesAndHoldsForOneUnitOneWinsAndEveryLoserKeepsTheirs() throws Exception {
        List<UUID> cases = new ArrayList<>();
        List<Unit> homes = new ArrayList<>();
        for (int i = 0; i < CLIENTS / 2; i++) {
            Unit home = board.unit(building, "5%02d".formatted(i));
            board.price(home, LocalDate.now(clock), "3200000", "3000000");
            UUID owner = UUID.randomUUID();
            assertThat(control.hold(home.id(), owner, "顾问 " + i, until)).isInstanceOf(Held.class);
            control.secure(owner);
            assertThat(control.subscribe(owner)).isInstanceOf(StepOutcome.Moved.class);
            homes.add(home);
            cases.add(owner);
        }

        List<HoldOutcome> outcomes = race(client -> client < cases.size()
                ? control.exchange(cases.get(client), unit.id(), "顾问 " + client, Money.of("3200000"))
                : control.hold(unit.id(), UUID.randomUUID(), "顾问 " + client, until));

        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Refusal))
                .hasSize(1);
        assertThat(board.occupants(unit)).isOne();
        for (int i = 0; i < cases.size(); i++) {
            boolean moved = outcomes.get(i) instanceof Exchanged;
            assertThat(board.stateOf(homes.get(i))).isEqualTo(moved ? UnitState.AVAILABLE : UnitState.SUBSCRIBED);
            assertThat(board.occupants(homes.get(i))).isEqualTo(moved ? 0 : 1);
            assertThat(jdbc.queryForList(
                            "select unit_id from sales.unit_occupancy where case_id = ?", UUID.class, cases.get(i)))
                    .containsExactly(moved ? unit.id() : homes.get(i).id());
        }
    }

    /** The negative control: whoever looks first and writes later sells one home many times, and the judge sees it. */
    @Test
    void lookingFirstAndWritingLaterWouldSellTheUnitManyTimes() throws Exception {
        jdbc.execute("create table if not exists public.naive_board (unit_id uuid, holder int)");

        List<HoldOutcome> outcomes = race(client -> {
            Integer holders = jdbc.queryForObject(
                    "select count(*) from public.naive_board where unit_id = ?", Integer.class, unit.id());
            sleep(50);
            if (holders != null && holders > 0) {
                return new UnitTaken("1号楼-301", "somebody", until);
            }
            jdbc.update("insert into public.naive_board values (?, ?)", unit.id(), client);
            return new Held(unit.id(), "1号楼-301", until, Money.of("3200000"));
        });

        assertThat(winners(outcomes)).isGreaterThan(1);
        jdbc.execute("drop table public.naive_board");
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
