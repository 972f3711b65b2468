package cn.anchang.marketing;

import static cn.anchang.marketing.SiteRows.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.anchang.customer.Channel;
import cn.anchang.customer.LostReason;
import cn.anchang.customer.VisitFigures;
import cn.anchang.inventory.StockFigures;
import cn.anchang.inventory.UnitState;
import cn.anchang.marketing.Figures.ByChannel;
import cn.anchang.marketing.Figures.Deals;
import cn.anchang.marketing.Figures.Lost;
import cn.anchang.marketing.Figures.Stock;
import cn.anchang.payment.Takings;
import cn.anchang.salescase.SalesFigures;
import cn.anchang.shared.Money;
import cn.anchang.shared.Period;
import cn.anchang.testing.DatabaseTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The figures of a site equal its rows and its ledger, and a day is a day of the site. */
@DatabaseTest
@Import({
    SiteFigures.class,
    VisitFigures.class,
    SalesFigures.class,
    Takings.class,
    StockFigures.class,
    SiteFiguresTest.Costs.class
})
class SiteFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final Period THAT_DAY = new Period(DAY, DAY);
    private static final Period NEXT_DAY = new Period(DAY.plusDays(1), DAY.plusDays(1));
    private static final Period BOTH = new Period(DAY, DAY.plusDays(1));

    /** What the plans say activities have cost, by channel; the figures take it as it is. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Costs {

        static final Map<UUID, Map<Channel, Money>> OF_PROJECT = new ConcurrentHashMap<>();

        @Bean
        Plans plans() {
            Plans plans = mock(Plans.class);
            when(plans.costs(any(), any(), any()))
                    .then(asked -> OF_PROJECT.getOrDefault(asked.<UUID>getArgument(0), Map.of()));
            return plans;
        }
    }

    @Autowired
    SiteFigures figures;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    SiteRows site;

    @BeforeEach
    void aSiteOfItsOwn() {
        site = new SiteRows(jdbc);
    }

    @Test
    void nothingHappenedIsZeroEverywhere() {
        Figures none = figures.of(site.projectId, BOTH);

        assertThat(none.visits()).isZero();
        assertThat(none.subscriptions()).isEqualTo(new Deals(0, Money.ZERO, new BigDecimal("0.00")));
        assertThat(none.averagePrice()).isEmpty();
        assertThat(none.receipts()).isEqualTo(Money.ZERO);
        assertThat(none.lost()).isEmpty();
        assertThat(none.channels()).isEmpty();
        assertThat(none.suggestions()).isEmpty();
        assertThat(none.stock()).extracting(Stock::units).containsOnly(0).hasSize(UnitState.values().length);
    }

    @Test
    void aVisitBeforeMidnightAndOneAfterFallInDifferentDays() {
        site.visit(at(DAY, 23, 59), Channel.ONLINE, true);
        site.visit(at(DAY.plusDays(1), 0, 1), Channel.ONLINE, false);
        site.visit(at(DAY.minusDays(1), 23, 59), Channel.EVENT, true);
        new SiteRows(jdbc).visit(at(DAY, 12, 0), Channel.ONLINE, true);

        assertThat(figures.of(site.projectId, THAT_DAY).visits()).isOne();
        assertThat(figures.of(site.projectId, THAT_DAY).firstVisits()).isOne();
        assertThat(figures.of(site.projectId, NEXT_DAY).visits()).isOne();
        assertThat(figures.of(site.projectId, NEXT_DAY).repeatVisits()).isOne();
        assertThat(figures.of(site.projectId, BOTH).channels())
                .containsExactly(new ByChannel(Channel.ONLINE, 2, 1, 0, 0, null));
    }

    @Test
    void whatClosesBeforeMidnightAndAfterFallsInDifferentDays() {
        UUID visit = site.visit(at(DAY.minusDays(9), 10, 0), Channel.WALK_IN, true);
        site.lost(site.sale(visit, at(DAY.minusDays(9), 10, 0), "90.00"), "PRICE", at(DAY, 23, 59));
        site.lost(site.sale(visit, at(DAY.minusDays(9), 10, 0), "90.00"), "RIVAL", at(DAY.plusDays(1), 0, 1));
        UUID sale = site.sale(visit, at(DAY.minusDays(9), 10, 0), "90.00");
        site.forfeited(site.subscription(sale, DAY.minusDays(8), "990000.00"), at(DAY.plusDays(1), 0, 1));

        assertThat(figures.of(site.projectId, THAT_DAY).lost()).containsExactly(new Lost(LostReason.PRICE, 1));
        assertThat(figures.of(site.projectId, THAT_DAY).undone()).isZero();
        assertThat(figures.of(site.projectId, NEXT_DAY).lost()).containsExactly(new Lost(LostReason.RIVAL, 1));
        assertThat(figures.of(site.projectId, NEXT_DAY).undone()).isOne();
        assertThat(figures.of(site.projectId, NEXT_DAY).undoneMoney()).isEqualTo(Money.of("990000.00"));
        assertThat(figures.of(site.projectId, BOTH).lostCases()).isEqualTo(2);
    }

    @Test
    void dealsCountOnTheDayOfTheActUnderTheChannelOfTheFirstVisit() {
        UUID online = site.visit(at(DAY.minusDays(20), 10, 0), Channel.ONLINE, true);
        UUID agency = site.visit(at(DAY, 10, 0), Channel.AGENCY, true);
        UUID first = site.sale(online, at(DAY.minusDays(20), 10, 0), "98.50");
        UUID second = site.sale(agency, at(DAY, 10, 0), "101.50");
        UUID third = site.sale(agency, at(DAY, 11, 0), "60.00");
        site.contract(first, site.subscription(first, DAY.minusDays(3), "1000000.00"), DAY, "1000000.00");
        site.contract(second, site.subscription(second, DAY, "1200000.00"), DAY, "1200000.00");
        site.subscription(third, DAY.plusDays(1), "700000.00");

        Figures day = figures.of(site.projectId, THAT_DAY);
        assertThat(day.subscriptions()).isEqualTo(new Deals(1, Money.of("1200000.00"), new BigDecimal("101.50")));
        assertThat(day.contracts()).isEqualTo(new Deals(2, Money.of("2200000.00"), new BigDecimal("200.00")));
        assertThat(day.averagePrice()).contains(Money.of("11000.00"));
        assertThat(day.channels())
                .containsExactly(
                        new ByChannel(Channel.ONLINE, 0, 0, 0, 1, null),
                        new ByChannel(Channel.AGENCY, 1, 1, 1, 1, null));
        assertThat(figures.of(site.projectId, NEXT_DAY).subscriptions().count()).isOne();
        assertThat(figures.of(site.projectId, NEXT_DAY).contracts().count()).isZero();
    }

    @Test
    void aChannelThatCostMoneyAndBroughtNobodyIsSaidToo() {
        site.visit(at(DAY, 10, 0), Channel.ONLINE, true);
        Costs.OF_PROJECT.put(
                site.projectId, Map.of(Channel.ONLINE, Money.of("300"), Channel.OUTDOOR, Money.of("5000")));

        assertThat(figures.of(site.projectId, THAT_DAY).channels())
                .containsExactly(
                        new ByChannel(Channel.ONLINE, 1, 1, 0, 0, Money.of("300")),
                        new ByChannel(Channel.OUTDOOR, 0, 0, 0, 0, Money.of("5000")));
    }

    @Test
    void theAveragePriceIsRoundedToTheCent() {
        assertThat(new Deals(3, Money.of("1000000.00"), new BigDecimal("300.00")).averagePrice())
                .contains(Money.of("3333.33"));
        assertThat(new Deals(1, Money.of("2.00"), new BigDecimal("3.00")).averagePrice())
                .contains(Money.of("0.67"));
    }

    @Test
    void whatAVisitOfAChannelCostIsUnknownWithoutCostOrVisits() {
        assertThat(new ByChannel(Channel.EVENT, 8, 5, 0, 0, Money.of("1000.00")).costPerVisit())
                .contains(Money.of("125.00"));
        assertThat(new ByChannel(Channel.EVENT, 0, 0, 0, 0, Money.of("1000.00")).costPerVisit())
                .isEmpty();
        assertThat(new ByChannel(Channel.EVENT, 8, 5, 0, 0, null).costPerVisit())
                .isEmpty();
    }

    @Test
    void onlyConfirmedMoneyCountsAndNoneThatWasReversed() {
        UUID sale = site.sale(site.visit(at(DAY, 9, 0), Channel.WALK_IN, true), at(DAY, 9, 0), "90.00");
        site.payment(sale, DAY, "DEPOSIT", "20000.00", "CONFIRMED");
        site.payment(sale, DAY, "DEPOSIT", "33333.00", "REVERSED");
        site.payment(sale, DAY, "BALANCE", "44444.00", "PENDING");
        site.payment(sale, DAY.plusDays(1), "DEPOSIT", "10000.00", "CONFIRMED");
        site.payment(sale, DAY.plusDays(1), "FULL_PAYMENT", "500000.05", "CONFIRMED");
        site.refund(sale, DAY.plusDays(1), "7.05", false);
        site.refund(sale, DAY.plusDays(1), "9.00", true);

        Figures day = figures.of(site.projectId, THAT_DAY);
        assertThat(day.receipts()).isEqualTo(Money.of("20000.00"));
        assertThat(day.deposits()).isOne();
        assertThat(day.depositMoney()).isEqualTo(Money.of("20000.00"));
        assertThat(day.refunds()).isEqualTo(Money.ZERO);
        Figures next = figures.of(site.projectId, NEXT_DAY);
        assertThat(next.receipts()).isEqualTo(Money.of("510000.05"));
        assertThat(next.deposits()).as("a deposit in two parts counts once").isZero();
        assertThat(next.depositMoney()).isEqualTo(Money.of("10000.00"));
        assertThat(next.refunds()).isEqualTo(Money.of("7.05"));
        assertThat(figures.of(site.projectId, BOTH).deposits()).isOne();
    }

    /** Whatever the rows, a period is worth its days one by one, and each day the sum of its rows. */
    @Test
    void aPeriodIsTheSumOfItsDaysAndEachDayTheSumOfItsRows() {
        record Paid(LocalDate on, BigDecimal amount) {}
        Random random = new Random(20261117);
        List<Paid> confirmed = new ArrayList<>();
        List<LocalDate> visits = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            LocalDate day = DAY.plusDays(random.nextInt(14));
            UUID visit = site.visit(
                    at(day, random.nextInt(24), random.nextInt(60)),
                    Channel.values()[random.nextInt(Channel.values().length)],
                    random.nextBoolean());
            visits.add(day);
            UUID sale = site.sale(visit, at(day, 12, 0), "90.00");
            for (int part = random.nextInt(3); part > 0; part--) {
                LocalDate paidOn = DAY.plusDays(random.nextInt(14));
                BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(9_999_999), 2);
                String state =
                        List.of("CONFIRMED", "CONFIRMED", "PENDING", "REVERSED").get(random.nextInt(4));
                site.payment(sale, paidOn, random.nextBoolean() ? "DEPOSIT" : "INSTALMENT", amount.toString(), state);
                if (state.equals("CONFIRMED")) {
                    confirmed.add(new Paid(paidOn, amount));
                }
            }
        }

        Figures whole = figures.of(site.projectId, new Period(DAY, DAY.plusDays(13)));
        Money receipts = Money.ZERO;
        Money depositMoney = Money.ZERO;
        int deposits = 0;
        for (int i = 0; i < 14; i++) {
            LocalDate on = DAY.plusDays(i);
            Figures day = figures.of(site.projectId, new Period(on, on));
            assertThat(day.receipts().amount())
                    .as("receipts of %s", on)
                    .isEqualByComparingTo(confirmed.stream()
                            .filter(paid -> paid.on().equals(on))
                            .map(Paid::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(day.visits())
                    .isEqualTo((int) visits.stream().filter(on::equals).count());
            assertThat(day.channels().stream().mapToInt(ByChannel::visits).sum())
                    .isEqualTo(day.visits());
            receipts = receipts.plus(day.receipts());
            depositMoney = depositMoney.plus(day.depositMoney());
            deposits += day.deposits();
        }
        assertThat(whole.receipts())
                .isEqualTo(receipts)
                .satisfies(sum -> assertThat(sum.isPositive()).isTrue());
        assertThat(whole.depositMoney()).isEqualTo(depositMoney);
        assertThat(whole.deposits()).isEqualTo(deposits).isPositive();
        assertThat(whole.visits()).isEqualTo(120);
    }

    @Test
    void stockIsCountedByStateAtThePriceInForceOrThePriceKept() {
        UUID sale = site.sale(site.visit(at(DAY, 9, 0), Channel.WALK_IN, true), at(DAY, 9, 0), "90.00");
        UUID free = site.unit("101", "90.10", "AVAILABLE");
        UUID held = site.unit("102", "80.00", "HELD");
        site.unit("103", "70.00", "AVAILABLE");
        LocalDate today = LocalDate.now(clock);
        site.price(today.minusDays(2), 1, free, "900000.00");
        site.price(today.plusDays(1), 2, free, "950000.00");
        site.price(today.minusDays(2), 3, held, "880000.00");
        site.occupied(held, sale, "800000.00");

        Figures now = figures.of(site.projectId, THAT_DAY);

        assertThat(now.stockOn()).isEqualTo(today);
        assertThat(now.stock(UnitState.AVAILABLE))
                .isEqualTo(new Stock(UnitState.AVAILABLE, 2, new BigDecimal("160.10"), Money.of("900000.00")));
        assertThat(now.stock(UnitState.HELD))
                .isEqualTo(new Stock(UnitState.HELD, 1, new BigDecimal("80.00"), Money.of("800000.00")));
        assertThat(now.stock(UnitState.WITHHELD).units()).isZero();
    }

    @Test
    void suggestionsComeFromTalksAndFromClosedSalesWithNumbersInsteadOfNames() {
        UUID visit = site.visit(at(DAY, 9, 0), Channel.WALK_IN, true);
        UUID sale = site.sale(visit, at(DAY, 9, 0), "90.00");
        site.summed(sale, at(DAY.plusDays(1), 9, 0), "suggestions", "希望增加儿童活动区");
        String customer = site.suggestion(visit, at(DAY, 23, 59), "样板间灯光偏暗");
        site.suggestion(visit, at(DAY.plusDays(2), 0, 1), "太晚");
        site.summed(site.sale(visit, at(DAY, 9, 0), "90.00"), at(DAY, 9, 0), "course", "与建议无关");

        assertThat(figures.of(site.projectId, BOTH).suggestions())
                .extracting(Figures.Suggestion::source, Figures.Suggestion::on, Figures.Suggestion::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(customer, DAY, "样板间灯光偏暗"),
                        org.assertj.core.groups.Tuple.tuple(SiteRows.caseNo(sale), DAY.plusDays(1), "希望增加儿童活动区"));
    }

    @Test
    void figuresSurviveBeingWrittenDown() throws Exception {
        UUID visit = site.visit(at(DAY, 9, 0), Channel.WALK_IN, true);
        UUID sale = site.sale(visit, at(DAY, 9, 0), "90.00");
        site.contract(sale, site.subscription(sale, DAY, "1000000.00"), DAY, "1000000.00");
        site.suggestion(visit, at(DAY, 9, 0), "样板间灯光偏暗");
        Figures asked = figures.of(site.projectId, BOTH);

        assertThat(json.readValue(json.writeValueAsString(asked), Figures.class))
                .isEqualTo(asked);
    }

    @Test
    void aPeriodDoesNotEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(DAY, DAY.minusDays(1)));
        assertThat(BOTH.contains(DAY.plusDays(1))).isTrue();
        assertThat(BOTH.contains(DAY.plusDays(2))).isFalse();
        assertThat(BOTH.contains(DAY.minusDays(1))).isFalse();
    }
}
