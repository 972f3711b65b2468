package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;

/**
 * Money that finance has paid back, and why.
 *
 * @param to whose money it was: from theirs it is drawn first
 */
public record RefundPaid(
        RefundTo to,
        Money amount,
        PaymentMethod method,
        String payee,
        String bankSerial,
        LocalDate paidOn,
        String reason) {

    public RefundPaid(
            Money amount, PaymentMethod method, String payee, String bankSerial, LocalDate paidOn, String reason) {
        this(RefundTo.BUYER, amount, method, payee, bankSerial, paidOn, reason);
    }

    public RefundPaid {
        payee = payee == null ? "" : payee.strip();
        bankSerial = bankSerial == null || bankSerial.isBlank() ? null : bankSerial.strip();
        reason = reason == null ? "" : reason.strip();
    }
}
