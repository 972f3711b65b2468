package cn.anchang.salescase;

import cn.anchang.customer.IdType;
import cn.anchang.payment.DueRule;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * 认购协议书: who buys, how they pay, and the payment plan.
 *
 * @param commercialLoan what a bank is to lend, under the terms that need it; likewise the fund's
 */
public record SubscriptionForm(
        @NotEmpty @Size(max = 10) List<@NotNull @Valid BuyerEntry> buyers,
        @NotNull PaymentTerms paymentMethod,
        Money commercialLoan,
        Money fundLoan,
        @NotEmpty @Size(max = 24) List<@NotNull @Valid PlanEntry> plan) {

    /** One buyer; the shares of all make a hundred. */
    public record BuyerEntry(
            @NotBlank @Size(max = 100) String name,
            @NotNull IdType idType,
            @NotBlank @Size(max = 40) String idNo,
            @Size(max = 40) String phone,
            @NotNull @Min(1) @Max(100) Integer sharePercent) {}

    /** One line of the plan; with a rule its date follows from the rule, whatever it says. */
    public record PlanEntry(
            @NotNull InstalmentKind kind,
            @NotNull Money amount,
            @NotNull LocalDate dueOn,
            DueRule rule) {

        PlanLine line() {
            return new PlanLine(kind, amount, dueOn, rule);
        }
    }
}
