package cn.anchang.salescase;

import cn.anchang.shared.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * 商品房买卖合同 as it was signed.
 *
 * @param lateFeePerTenThousand what it says of each day a payment is late (R18); null when it says nothing
 */
public record ContractForm(
        @NotNull Money total,
        @NotNull LocalDate signedOn,
        @NotNull LocalDate deliverOn,
        @Size(max = 2000) String penaltyTerms,
        @Min(0) @Max(50) Integer lateFeePerTenThousand) {}
