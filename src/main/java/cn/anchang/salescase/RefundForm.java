package cn.anchang.salescase;

import cn.anchang.payment.PaymentMethod;
import cn.anchang.payment.RefundTo;
import cn.anchang.shared.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * 办理退款: money as it went back.
 *
 * @param to null means whoever is to be paid back first
 */
public record RefundForm(
        RefundTo to,
        @NotNull Money amount,
        @NotNull PaymentMethod method,
        @NotBlank @Size(max = 100) String payee,
        @Size(max = 60) String bankSerial,
        @NotNull LocalDate paidOn) {}
