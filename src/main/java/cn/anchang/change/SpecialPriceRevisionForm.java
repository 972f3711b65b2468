package cn.anchang.change;

import cn.anchang.payment.PaymentTerms;
import cn.anchang.shared.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** 修改特价申请: asked again, otherwise than before, or given up. Whoever asks again says what is different. */
public record SpecialPriceRevisionForm(
        @NotNull Outcome outcome,
        Money price,
        PaymentTerms terms,
        Money commercialLoan,
        Money fundLoan,
        @Size(max = 500) String reason,
        @Size(max = 500) String changed,
        @Size(max = 500) String abandonReason) {

    /** What becomes of it. */
    public enum Outcome {
        SUBMIT,
        ABANDON
    }

    SpecialPriceForm asked(UUID caseId) {
        return new SpecialPriceForm(caseId, price, terms, commercialLoan, fundLoan, reason);
    }
}
