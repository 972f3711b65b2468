package cn.anchang.change;

import cn.anchang.change.ChangeForm.PlanRow;
import cn.anchang.payment.Fault;
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
 * 填写变更申请, or giving it up.
 *
 * @param caseId of the order's sale, given back as the form got it
 * @param changed what is new in this version; needed from the second on
 */
public record ChangeWriteForm(
        @NotNull Step step,
        @NotNull UUID caseId,
        ChangeKind kind,
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
        @NotBlank @Size(max = 500) String reason,
        @Size(max = 500) String changed) {

    /** What becomes of the request. */
    public enum Step {
        SUBMIT,
        ABANDON
    }

    ChangeForm request(UUID ofCase, ChangeKind unlessSaid) {
        return new ChangeForm(
                ofCase,
                kind == null ? unlessSaid : kind,
                days,
                line,
                dueOn,
                terms,
                unitId,
                plan,
                buyers,
                fault,
                exception,
                fee,
                reason);
    }
}
