package cn.anchang.payment;

import cn.anchang.shared.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/** 收款登记: which sale the money is for, and what arrived. */
public record RegistrationForm(
        @NotNull UUID account,
        @NotNull Item item,
        @NotNull Money amount,
        @NotNull PaymentMethod method,
        @NotBlank @Size(max = 100) String payer,
        @Size(max = 64) String bankSerial,
        @NotNull LocalDate paidOn) {

    MoneyIn money() {
        return new MoneyIn(item, amount, method, payer, bankSerial, paidOn);
    }
}
