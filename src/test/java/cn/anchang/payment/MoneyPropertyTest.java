package cn.anchang.payment;

import static cn.anchang.payment.PlanFixture.RULES;
import static cn.anchang.payment.PlanFixture.SIGN_BY;
import static cn.anchang.payment.PlanFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.payment.PlanOutcome.PlanOpened;
import cn.anchang.payment.RefundOutcome.Refunded;
import cn.anchang.payment.RefundReverseOutcome.RefundReversed;
import cn.anchang.payment.ReverseOutcome.PaymentReversed;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Plans of every kind, and money that comes, goes back, and was written down wrongly: in no order do the books stop balancing. */
class MoneyPropertyTest {

    private static final DepositCap CAP = new DepositCap(new BigDecimal("20"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** One thing somebody does to an account. */
    sealed interface Step {}

    /** A plan is agreed on, or agreed on anew. @param off cents by which its first line is wrong */
    record Agree(PaymentTerms terms, long price, int off) implements Step {}

    /** R15: a lender grants less; the gap becomes a line of its own. @param percent what is granted */
    record GrantLess(int percent) implements Step {}

    record Sign(int daysLater, boolean handoverKnown) implements Step {}

    record Pay(Item item, long amount) implements Step {}

    /** Large money is written down and waits for a second person. */
    record Enter(Item item, long amount) implements Step {}

    /** A second person says yes or no to the payment. */
    record Review(int which, boolean yes) implements Step {}

    record Reverse(int which) implements Step {}

    record PayBack(long amount) implements Step {}

    record ReverseRefund(int which) implements Step {}

    record Settle(Fault fault) implements Step {}

    /** What the test itself keeps, apart from the account's own sums. */
    private static final class Shadow {
        final Map<UUID, Long> payments = new HashMap<>();
        final Map<UUID, Long> entered = new HashMap<>();
        final Map<UUID, Long> refunds = new HashMap<>();
        final List<List<PlanLine>> plans = new ArrayList<>();
        int step;
    }

    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<Long> price = Arbitraries.longs().between(1_000_000, 300_000_000);
        Arbitrary<Long> amount = Arbitraries.longs().between(-100, 120_000_000);
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Combinators.combine(
                                        Arbitraries.of(PaymentTerms.class),
                                        price,
                                        Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1), Tuple.of(1, -1)))
                                .as(Agree::new)),
                Tuple.of(1, Arbitraries.integers().between(1, 99).map(GrantLess::new)),
                Tuple.of(
                        1,
                        Combinators.combine(Arbitraries.integers().between(-5, 40), Arbitraries.of(true, false))
                                .as(Sign::new)),
                Tuple.of(
                        10,
                        Combinators.combine(Arbitraries.of(Item.class), amount).as(Pay::new)),
                Tuple.of(
                        3,
                        Combinators.combine(Arbitraries.of(Item.class), amount).as(Enter::new)),
                Tuple.of(
                        4,
                        Combinators.combine(Arbitraries.integers().between(0, 30), Arbitraries.of(true, false))
                                .as(Review::new)),
                Tuple.of(3, Arbitraries.integers().between(0, 30).map(Reverse::new)),
                Tuple.of(4, Arbitraries.longs().between(-100, 30_000_000).map(PayBack::new)),
                Tuple.of(2, Arbitraries.integers().between(0, 10).map(ReverseRefund::new)),
                Tuple.of(1, Arbitraries.of(Fault.class).map(Settle::new)));
    }

    @Property(tries = 1500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void theBooksBalanceAfterEveryStep(@ForAll @Size(min = 5, max = 60) List<@From("steps") Step> steps) {
        Account account = AccountTest.account("10000");
        Shadow shadow = new Shadow();
        for (Step step : steps) {
            boolean done = carriedOut(account, step, shadow);
            Statistics.label(step.getClass().getSimpleName()).collect(done);
            balances(account, shadow);
        }
        for (Class<?> kind : Step.class.getPermittedSubclasses()) {
            Statistics.label(kind.getSimpleName())
                    .coverage(seen -> seen.check(true).count(times -> times > 50));
        }
    }

    /** The rules' own promise: what they draw is a plan to the cent, and keeps what they ask for. */
    @Property(tries = 2000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void whatIsProposedSumsToThePriceAndIsAccepted(
            @ForAll PaymentTerms terms,
            @ForAll @LongRange(min = 1, max = 100_000_000_000L) long price,
            @ForAll @LongRange(min = 0, max = 100) long depositShare,
            @ForAll @LongRange(min = 0, max = 100) long commercialShare,
            @ForAll @LongRange(min = 0, max = 100) long fundShare,
            @ForAll boolean home) {
        PlanRequest request = PlanFixture.request(
                cents(price),
                cents(price * depositShare / 500),
                terms,
                "杭州",
                home ? "HOME" : "SHOP",
                commercialShare == 0 ? null : cents(price * commercialShare / 100),
                fundShare == 0 ? null : cents(price * fundShare / 100));
        PlanOffer offer = RULES.propose(request);
        Statistics.label(terms.name()).collect(offer instanceof PlanProposal);
        if (offer instanceof PlanProposal proposal) {
            assertThat(sum(proposal.lines())).isEqualTo(price);
            assertThat(proposal.lines()).allMatch(line -> line.amount().isPositive());
            assertThat(RULES.check(request, proposal.lines())).isEmpty();
            long bySigning = sum(proposal.lines().stream()
                    .filter(line -> line.kind().dueBySigning())
                    .toList());
            assertThat(bySigning).isGreaterThanOrEqualTo(inCents(proposal.downPaymentFloor()));
        }
        Statistics.label(terms.name()).coverage(seen -> seen.check(true).count(times -> times > 20));
    }

    @Example
    void theCheckNoticesALineThatIsPaidTwice() {
        Account account = AccountTest.account("10000");
        Shadow shadow = new Shadow();
        carriedOut(account, new Agree(PaymentTerms.FULL, 1_000_000, 0), shadow);
        carriedOut(account, new Pay(Item.FULL_PAYMENT, 1_000_000), shadow);
        carriedOut(account, new Pay(Item.FULL_PAYMENT, 500_000), shadow);
        balances(account, shadow);

        Payment second = account.payments().get(1);
        second.allocate(
                List.of(new Account.Share(
                        second,
                        account.currentPlan().orElseThrow().instalments().get(0),
                        cents(500_000))),
                act(9));
        assertThatThrownBy(() -> balances(account, shadow)).isInstanceOf(AssertionError.class);
    }

    private static boolean carriedOut(Account account, Step step, Shadow shadow) {
        Act act = act(shadow.step++);
        if (step instanceof Agree agree) {
            return agreed(account, agree, shadow, act);
        } else if (step instanceof GrantLess less) {
            return grantedLess(account, less, shadow, act);
        } else if (step instanceof Sign sign) {
            LocalDate day = SIGN_BY.plusDays(sign.daysLater());
            boolean moved = account.redate(day, sign.handoverKnown() ? day.plusDays(200) : null, "按合同日期确定应付日", act);
            if (moved) {
                shadow.plans.add(current(account));
                assertThat(sum(current(account))).isEqualTo(sum(shadow.plans.get(shadow.plans.size() - 2)));
            }
            return moved;
        } else if (step instanceof Pay pay) {
            MoneyIn money = new MoneyIn(pay.item(), cents(pay.amount()), PaymentMethod.CASH, "王小明", null, act.today());
            if (account.refusalOf(money, CAP, act).isPresent()) {
                return false;
            }
            shadow.payments.put(account.receive(money, null, act).id(), pay.amount());
            return true;
        } else if (step instanceof Enter enter) {
            MoneyIn money =
                    new MoneyIn(enter.item(), cents(enter.amount()), PaymentMethod.CASH, "王小明", null, act.today());
            if (account.refusalOf(money, CAP, act).isPresent()) {
                return false;
            }
            Payment entered = account.enter(money, null, act);
            shadow.payments.put(entered.id(), 0L);
            shadow.entered.put(entered.id(), enter.amount());
            return true;
        } else if (step instanceof Review review) {
            return reviewed(account, review, shadow, act);
        } else if (step instanceof Reverse reverse) {
            if (account.payments().isEmpty()) {
                return false;
            }
            UUID payment = account.payments()
                    .get(reverse.which() % account.payments().size())
                    .id();
            boolean done = account.reverse(payment, "冲正", act) instanceof PaymentReversed;
            shadow.payments.computeIfPresent(payment, (id, amount) -> done ? Long.valueOf(0) : amount);
            return done;
        } else if (step instanceof PayBack back) {
            RefundPaid paid = new RefundPaid(cents(back.amount()), PaymentMethod.CASH, "王小明", null, act.today(), "退款");
            Money before = account.allocated();
            if (account.refund(paid, UUID.randomUUID(), act) instanceof Refunded refunded) {
                shadow.refunds.put(refunded.refundId(), back.amount());
                assertThat(account.allocated())
                        .as("what was paid too much goes back, and no line is paid less")
                        .isEqualTo(before);
                return true;
            }
            return false;
        } else if (step instanceof ReverseRefund reverse) {
            if (account.refunds().isEmpty()) {
                return false;
            }
            UUID refund = account.refunds()
                    .get(reverse.which() % account.refunds().size())
                    .id();
            boolean done = account.reverseRefund(refund, "退汇", act) instanceof RefundReversed;
            shadow.refunds.computeIfPresent(refund, (id, amount) -> done ? Long.valueOf(0) : amount);
            return done;
        }
        // Otherwise most sequences would end before anything interesting happens.
        if (account.isSettled() || shadow.step < 20) {
            return false;
        }
        account.settle(((Settle) step).fault(), act);
        return true;
    }

    private static boolean reviewed(Account account, Review review, Shadow shadow, Act act) {
        Act second = new Act("he.yun", act.at(), act.zone());
        if (account.payments().isEmpty() || account.isSettled()) {
            return false;
        }
        Payment payment =
                account.payments().get(review.which() % account.payments().size());
        if (account.refusalOfReview(payment, second).isPresent()) {
            return false;
        }
        assertThat(account.refusalOfReview(payment, act))
                .as("nobody reviews what they entered")
                .isPresent();
        if (review.yes()) {
            account.confirm(payment, second);
            shadow.payments.put(payment.id(), shadow.entered.get(payment.id()));
        } else {
            account.discard(payment, "未到账", second);
        }
        return true;
    }

    private static boolean agreed(Account account, Agree agree, Shadow shadow, Act act) {
        PlanRequest request =
                PlanFixture.request(cents(agree.price()), account.deposit(), agree.terms(), "杭州", "HOME", null, null);
        if (!(RULES.propose(request) instanceof PlanProposal proposal)) {
            return false;
        }
        List<PlanLine> lines = new ArrayList<>(proposal.lines());
        PlanLine first = lines.get(0);
        lines.set(0, new PlanLine(first.kind(), first.amount().plus(cents(agree.off())), first.dueOn(), first.rule()));
        PlanOutcome outcome = account.currentPlan().isEmpty()
                ? account.openPlan(request.price(), lines, CAP, act)
                : account.revisePlan(request.price(), lines, "调整", CAP, act);
        boolean opened = outcome instanceof PlanOpened;
        assertThat(opened && agree.off() != 0).as("a cent off is no plan").isFalse();
        if (opened) {
            shadow.plans.add(List.copyOf(lines));
        }
        return opened;
    }

    private static boolean grantedLess(Account account, GrantLess less, Shadow shadow, Act act) {
        if (account.currentPlan().isEmpty()) {
            return false;
        }
        List<PlanLine> lines = new ArrayList<>();
        for (PlanLine line : current(account)) {
            boolean loan = line.kind() == InstalmentKind.MORTGAGE || line.kind() == InstalmentKind.FUND;
            long granted = inCents(line.amount()) * less.percent() / 100;
            if (loan && granted > 0) {
                lines.add(new PlanLine(line.kind(), cents(granted), line.dueOn(), line.rule()));
                lines.add(new PlanLine(
                        InstalmentKind.ADJUSTMENT,
                        line.amount().minus(cents(granted)),
                        act.today().plusDays(10)));
            } else {
                lines.add(line);
            }
        }
        boolean revised = account.revisePlan(account.price(), lines, "贷款批准金额减少", CAP, act) instanceof PlanOpened;
        if (revised) {
            shadow.plans.add(List.copyOf(lines));
        }
        return revised;
    }

    private static void balances(Account account, Shadow shadow) {
        long received =
                shadow.payments.values().stream().mapToLong(Long::longValue).sum();
        long refunded =
                shadow.refunds.values().stream().mapToLong(Long::longValue).sum();
        assertThat(inCents(account.received())).isEqualTo(received);
        assertThat(inCents(account.refunded())).isEqualTo(refunded);

        Map<Integer, Long> paid = new HashMap<>();
        long spent = 0;
        for (Payment payment : account.payments()) {
            long used = 0;
            for (Allocation part : payment.active(any -> true)) {
                assertThat(part.amount().isPositive()).isTrue();
                used += inCents(part.amount());
                if (part.paysInstalment()) {
                    spent += inCents(part.amount());
                    paid.merge(part.instalment().seq(), inCents(part.amount()), Long::sum);
                    assertThat(part.instalment().kind().byLender())
                            .as("a lender's money pays a lender's lines, and only it does")
                            .isEqualTo(payment.item() == Item.LOAN);
                    assertThat(account.currentPlan().orElseThrow().instalments())
                            .as("only the plan in force is paid")
                            .contains(part.instalment());
                }
            }
            assertThat(used).isLessThanOrEqualTo(shadow.payments.get(payment.id()));
        }
        assertThat(inCents(account.allocated())).isEqualTo(spent);
        assertThat(spent).isLessThanOrEqualTo(received - refunded + compensation(account));
        assertThat(account.unallocated().isNegative()).isFalse();
        assertThat(account.refundable().isNegative()).isFalse();
        if (!account.isSettled()) {
            assertThat(inCents(account.unallocated())).isEqualTo(received - refunded - spent);
        }

        assertThat(account.currentPlan().map(PaymentPlan::revision).orElse(0)).isEqualTo(shadow.plans.size());
        if (!shadow.plans.isEmpty()) {
            assertThat(current(account)).isEqualTo(shadow.plans.get(shadow.plans.size() - 1));
            assertThat(sum(current(account))).isEqualTo(inCents(account.price()));
            for (Instalment line : account.currentPlan().orElseThrow().instalments()) {
                assertThat(line.amount().isPositive()).isTrue();
                assertThat(paid.getOrDefault(line.seq(), 0L)).isBetween(0L, inCents(line.amount()));
            }
        }
    }

    private static long compensation(Account account) {
        return account.settlement()
                .map(settled -> inCents(settled.compensation()))
                .orElse(0L);
    }

    private static List<PlanLine> current(Account account) {
        return account.currentPlan().orElseThrow().instalments().stream()
                .map(Instalment::line)
                .toList();
    }

    private static long sum(List<PlanLine> lines) {
        return lines.stream().mapToLong(line -> inCents(line.amount())).sum();
    }

    private static Act act(int step) {
        Instant at = TODAY.plusDays(step).atTime(9, 0).atZone(ZONE).toInstant();
        return new Act("qian.hui", at, ZONE);
    }

    private static Money cents(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2));
    }

    private static long inCents(Money money) {
        return money.amount().movePointRight(2).longValueExact();
    }
}
