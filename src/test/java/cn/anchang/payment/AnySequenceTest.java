package cn.anchang.payment;

import static cn.anchang.payment.LedgerFixture.yuan;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people do, in whatever order: the books balance after each step. */
class AnySequenceTest {

    private static final DepositCap CAP = new DepositCap(new BigDecimal("20"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate START = LocalDate.of(2026, 11, 23);
    private static final int STEPS = 60;
    private static final int ACCOUNTS = 150;

    /** What the test itself remembers, apart from the account's own sums. */
    private static class Memory {
        long received;
        long refunded;
        int acts = 1;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 7_777_777, -42})
    void theBooksBalanceAfterEveryStep(long seed) {
        Random random = new Random(seed);
        Map<LedgerActKind, Integer> done = new EnumMap<>(LedgerActKind.class);
        for (int i = 0; i < ACCOUNTS; i++) {
            Account account = AccountTest.account("" + (1 + random.nextInt(5_000)));
            Memory memory = new Memory();
            for (int step = 0; step < STEPS; step++) {
                actAtRandom(account, memory, random, step);
                balances(account, memory);
            }
            account.journal().forEach(act -> done.merge(act.view().kind(), 1, Integer::sum));
        }
        assertThat(done)
                .as("a sequence that never does something proves nothing about it")
                .containsKeys(
                        LedgerActKind.PLAN_OPENED,
                        LedgerActKind.PLAN_REVISED,
                        LedgerActKind.RECEIVED,
                        LedgerActKind.REVERSED,
                        LedgerActKind.REFUNDED,
                        LedgerActKind.REFUND_REVERSED,
                        LedgerActKind.SETTLED)
                .allSatisfy((kind, times) -> assertThat(times).isGreaterThan(20));
    }

    @Test
    void theCheckNoticesMoneySpentTwice() {
        Account account = AccountTest.account("1000");
        Memory memory = new Memory();
        Act act = act(0);
        account.openPlan(yuan("1000"), PlanLine.inFull(yuan("1000"), Money.ZERO, START, START), CAP, act);
        Payment payment = account.receive(LedgerFixture.house("1200", START), null, act);
        memory.received = 120_000;
        memory.acts = 3;
        balances(account, memory);

        Refund forged = new Refund(account, 1, LedgerFixture.back("300", START), false, null, act);
        payment.refund(yuan("300"), forged, act);
        account.refunds().add(forged);
        memory.refunded = 30_000;
        assertThatThrownBy(() -> balances(account, memory)).isInstanceOf(AssertionError.class);
    }

    private static void actAtRandom(Account account, Memory memory, Random random, int step) {
        Act act = act(step);
        LocalDate day = act.today();
        int choice = random.nextInt(100);
        if (choice < 12) {
            long price = 100 + random.nextInt(500_000);
            List<PlanLine> lines = plan(price + (random.nextInt(5) == 0 ? 1 : 0), random, day);
            PlanOutcome outcome = account.currentPlan().isEmpty()
                    ? account.openPlan(cents(price), lines, CAP, act)
                    : account.revisePlan(cents(price), lines, "调整", CAP, act);
            memory.acts += outcome instanceof PlanOpened ? 1 : 0;
        } else if (choice < 60) {
            Item item = Item.values()[random.nextInt(Item.values().length)];
            long amount = random.nextInt(120_000) - 500;
            MoneyIn money = new MoneyIn(item, cents(amount), PaymentMethod.CASH, "王小明", null, day);
            if (account.refusalOf(money, CAP, act).isEmpty()) {
                account.receive(money, null, act);
                memory.received += amount;
                memory.acts++;
            }
        } else if (choice < 75 && !account.payments().isEmpty()) {
            Payment payment =
                    account.payments().get(random.nextInt(account.payments().size()));
            if (account.reverse(payment.id(), "冲正", act) instanceof PaymentReversed) {
                memory.received -= inCents(payment.amount());
                memory.acts++;
            }
        } else if (choice < 90) {
            long amount = random.nextInt(60_000) - 100;
            RefundPaid paid = new RefundPaid(cents(amount), PaymentMethod.CASH, "王小明", null, day, "退款");
            if (account.refund(paid, UUID.randomUUID(), act) instanceof Refunded) {
                memory.refunded += amount;
                memory.acts++;
            }
        } else if (choice < 98 && !account.refunds().isEmpty()) {
            Refund refund =
                    account.refunds().get(random.nextInt(account.refunds().size()));
            if (account.reverseRefund(refund.id(), "退汇", act) instanceof RefundReversed) {
                memory.refunded -= inCents(refund.amount());
                memory.acts++;
            }
        } else if (choice == 99 && !account.isSettled()) {
            account.settle(Fault.values()[random.nextInt(3)], act);
            memory.acts++;
        }
    }

    private static void balances(Account account, Memory memory) {
        assertThat(account.received()).isEqualTo(cents(memory.received));
        assertThat(account.refunded()).isEqualTo(cents(memory.refunded));
        assertThat(account.journal()).hasSize(memory.acts);
        assertThat(account.unallocated().isNegative()).isFalse();
        assertThat(account.refundable().isNegative()).isFalse();

        long spent = 0;
        for (Payment payment : account.payments()) {
            long used = 0;
            for (Allocation allocation : payment.active(any -> true)) {
                assertThat(allocation.amount().isPositive()).isTrue();
                used += inCents(allocation.amount());
            }
            assertThat(used).isLessThanOrEqualTo(payment.isConfirmed() ? inCents(payment.amount()) : 0);
            spent += inCents(payment.allocated());
        }
        assertThat(cents(spent)).isEqualTo(account.allocated());

        account.currentPlan().ifPresent(plan -> {
            long sum = 0;
            Map<Boolean, Boolean> open = new HashMap<>();
            for (Instalment line : plan.earliestFirst()) {
                boolean earlierOpen = open.getOrDefault(line.kind().byLender(), false);
                sum += inCents(line.amount());
                Money paid = account.paid(line);
                assertThat(paid).isBetween(Money.ZERO, line.amount());
                assertThat(earlierOpen && paid.isPositive())
                        .as("the oldest first")
                        .isFalse();
                open.merge(line.kind().byLender(), paid.compareTo(line.amount()) < 0, Boolean::logicalOr);
            }
            assertThat(cents(sum)).isEqualTo(plan.price());
            if (!account.isSettled()) {
                for (Payment payment : account.payments()) {
                    assertThat(open.getOrDefault(payment.isLoan(), false)
                                    && payment.unallocated().isPositive())
                            .as("no money lies idle while a line it may pay is open")
                            .isFalse();
                }
            }
        });
        if (account.isSettled()) {
            Settlement settled = account.settlement().orElseThrow();
            assertThat(account.allocated()).isEqualTo(Money.ZERO);
            assertThat(settled.forfeited().plus(account.refunded()).plus(account.refundable()))
                    .isEqualTo(account.received().plus(settled.compensation()));
        } else {
            assertThat(account.allocated().plus(account.unallocated()).plus(account.refunded()))
                    .isEqualTo(account.received());
        }
    }

    private static List<PlanLine> plan(long price, Random random, LocalDate day) {
        List<PlanLine> lines = new ArrayList<>();
        InstalmentKind[] kinds = InstalmentKind.values();
        long rest = price;
        while (lines.size() < 5 && rest > 1 && random.nextInt(4) > 0) {
            long part = 1 + random.nextLong(rest - 1);
            lines.add(new PlanLine(
                    kinds[random.nextInt(kinds.length)], cents(part), day.plusDays(random.nextInt(90) - 10)));
            rest -= part;
        }
        lines.add(new PlanLine(InstalmentKind.FULL, cents(rest), day.plusDays(7)));
        return lines;
    }

    private static Act act(int step) {
        Instant at = START.plusDays(step).atTime(9, 0).atZone(ZONE).toInstant();
        return new Act("qian.hui", at, ZONE);
    }

    private static Money cents(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2));
    }

    private static long inCents(Money money) {
        return money.amount().movePointRight(2).longValueExact();
    }
}
