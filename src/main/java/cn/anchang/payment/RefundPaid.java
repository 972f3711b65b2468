package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;

/** Money that finance has paid back, and why. */
public record RefundPaid(
        Money amount, PaymentMethod method, String payee, String bankSerial, LocalDate paidOn, String reason) {

    public RefundPaid {
        payee = payee == null ? "" : payee.strip();
        bankSerial = bankSerial == null || bankSerial.isBlank() ? null : bankSerial.strip();
        reason = reason == null ? "" : reason.strip();
    }
}
