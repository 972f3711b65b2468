package cn.anchang.salescase;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;

/** How 签订商品房买卖合同 ended. */
public sealed interface ContractOutcome
        permits ContractOutcome.ContractSigned,
                ContractOutcome.FirstMoneyOpen,
                ContractOutcome.TotalDiffers,
                ContractOutcome.SigningDayImpossible,
                ContractOutcome.DeliveryBeforeSigning,
                Declined {

    record ContractSigned(String no, Instant fileBy, Instant warnAt) implements ContractOutcome {}

    /** The first money is not deferrable (R07). */
    record FirstMoneyOpen(Money rest) implements ContractOutcome, Refusal {}

    record TotalDiffers(Money total, Money price) implements ContractOutcome, Refusal {}

    /** Before the subscription, or in the future. */
    record SigningDayImpossible(LocalDate signedOn, LocalDate from, LocalDate to) implements ContractOutcome, Refusal {}

    record DeliveryBeforeSigning(LocalDate deliverOn) implements ContractOutcome, Refusal {}
}
