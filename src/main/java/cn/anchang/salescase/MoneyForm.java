package cn.anchang.salescase;

import cn.anchang.payment.PaymentMethod;
import cn.anchang.shared.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Money as the cashier types it in: a deposit, or one first or full payment. */
public record MoneyForm(
        @NotNull Money amount,
        @NotNull PaymentMethod method,
        @NotBlank @Size(max = 100) String payer,
        @Size(max = 60) String bankSerial,
        @NotNull LocalDate paidOn) {}
