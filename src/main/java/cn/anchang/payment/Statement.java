package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account as it stands on a day, everything derived.
 *
 * @param received confirmed money in
 * @param allocated what of it pays instalments
 * @param unallocated what of it pays nothing: over-payment, or money that came before its plan; after a settlement always zero
 * @param pending written down, and waiting for a second person
 * @param refunded money that went back
 * @param open what the plan still asks for
 * @param refundDue what finance has to pay back after a settlement; zero before one
 */
public record Statement(
        UUID account,
        UUID projectId,
        String projectName,
        Money price,
        int planRevision,
        String planReason,
        Money received,
        Money allocated,
        Money unallocated,
        Money pending,
        Money refunded,
        Money open,
        Money refundDue,
        Optional<Settlement> settlement,
        List<InstalmentView> instalments,
        List<PaymentView> payments,
        List<RefundView> refunds,
        List<ReceiptView> receipts,
        List<ActView> acts) {

    /** Who paid last of those who pay such an item: a lender's name is not proposed for the buyer's own money, nor the other way round. */
    public Optional<String> lastPayer(Item item) {
        return payments.stream()
                .filter(payment -> (payment.item() == Item.LOAN) == (item == Item.LOAN))
                .reduce((one, later) -> later)
                .map(PaymentView::payer);
    }

    public boolean hasPlan() {
        return planRevision > 0;
    }

    /**
     * @param paid allocated to it
     * @param rule what the due date is counted from, or null when the date itself is agreed
     */
    public record InstalmentView(
            int seq,
            InstalmentKind kind,
            Money amount,
            Money paid,
            Money rest,
            LocalDate dueOn,
            DueRule rule,
            InstalmentState state) {

        public PlanLine line() {
            return new PlanLine(kind, amount, dueOn, rule);
        }
    }

    /** @param pays which lines of the plan in force it pays */
    public record PaymentView(
            UUID id,
            int seq,
            Item item,
            Money amount,
            PaymentMethod method,
            String payer,
            String bankSerial,
            LocalDate paidOn,
            PaymentState state,
            String enteredBy,
            Instant enteredAt,
            String confirmedBy,
            Instant confirmedAt,
            String reversedBy,
            Instant reversedAt,
            String reversal,
            List<AllocationView> pays,
            Money unallocated) {}

    public record AllocationView(int seq, InstalmentKind kind, Money amount) {}

    public record RefundView(
            UUID id,
            int seq,
            Money amount,
            PaymentMethod method,
            String payee,
            String bankSerial,
            LocalDate paidOn,
            String reason,
            String paidBy,
            Instant paidAt,
            String reversal) {

        public boolean reversed() {
            return reversal != null;
        }
    }

    public record ActView(Instant at, String who, LedgerActKind kind, String subject, Money amount, String reason) {}
}
