package cn.anchang.change;

import cn.anchang.payment.DueRule;
import cn.anchang.payment.Fault;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.salescase.SubscriptionForm.BuyerEntry;
import cn.anchang.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 变更申请: what is asked for; which parts count depends on the kind.
 *
 * @param days more days to sign (R06)
 * @param line the instalment to put off, by its number
 * @param exception the first payment is to be put off nevertheless, by 总经理 (R07)
 * @param fee what the buyer pays for it besides the price, or null
 */
public record ChangeForm(
        @NotNull UUID caseId,
        @NotNull ChangeKind kind,
        @Positive @Max(365) Integer days,
        @Positive Integer line,
        LocalDate dueOn,
        PaymentTerms terms,
        UUID unitId,
        @Size(max = 24) List<@NotNull @Valid PlanRow> plan,
        @Size(max = 10) List<@NotNull @Valid BuyerEntry> buyers,
        Fault fault,
        Boolean exception,
        Money fee,
        @NotBlank @Size(max = 500) String reason) {

    /**
     * @param key of the line it was, which is its number, or a new one
     * @param rule what the day is counted from, or null
     */
    public record PlanRow(
            @Size(max = 40) String key,
            @NotNull InstalmentKind kind,
            @NotNull Money amount,
            @NotNull LocalDate dueOn,
            DueRule rule) {}
}
