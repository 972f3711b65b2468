package cn.anchang.payment;

import cn.anchang.payment.Statement.AllocationView;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.payment.Statement.PaymentView;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Writes an account out as people read it on a day. */
record StatementView(Account account, List<Receipt> receipts, LocalDate today, PaymentSettings settings) {

    Statement statement() {
        List<InstalmentView> lines = account.currentPlan()
                .map(plan -> plan.instalments().stream().map(this::line).toList())
                .orElse(List.of());
        Money open = account.isSettled()
                ? Money.ZERO
                : Money.sum(lines.stream().map(InstalmentView::rest).toList());
        return new Statement(
                account.id(),
                account.book().projectId(),
                account.book().name(),
                account.price(),
                account.currentPlan().map(PaymentPlan::revision).orElse(0),
                account.currentPlan().map(PaymentPlan::reason).orElse(null),
                account.received(),
                account.allocated(),
                account.unallocated(),
                account.pending(true).plus(account.pending(false)),
                account.refunded(),
                open,
                account.isSettled() ? account.refundable() : Money.ZERO,
                account.settlement(),
                lines,
                account.payments().stream().map(this::payment).toList(),
                account.refunds().stream().map(Refund::view).toList(),
                receipts.stream().map(Receipt::view).toList(),
                account.journal().stream().map(LedgerAct::view).toList());
    }

    private InstalmentView line(Instalment line) {
        Money paid = account.paid(line);
        return new InstalmentView(
                line.seq(),
                line.kind(),
                line.amount(),
                paid,
                line.amount().minus(paid),
                line.dueOn(),
                line.rule(),
                InstalmentState.of(line.amount(), paid, line.dueOn(), today, settings.dueWindowDays()));
    }

    private PaymentView payment(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.seq(),
                payment.item(),
                payment.amount(),
                payment.method(),
                payment.payer(),
                payment.bankSerial(),
                payment.paidOn(),
                payment.state(),
                payment.enteredBy(),
                payment.enteredAt(),
                payment.confirmedBy(),
                payment.confirmedAt(),
                payment.reversedBy(),
                payment.reversedAt(),
                payment.reversal(),
                payment.active(Allocation::paysInstalment).stream()
                        .map(allocation -> new AllocationView(
                                allocation.instalment().seq(),
                                allocation.instalment().kind(),
                                allocation.amount()))
                        .sorted(Comparator.comparing(AllocationView::seq))
                        .toList(),
                account.isSettled() ? Money.ZERO : payment.unallocated());
    }
}
