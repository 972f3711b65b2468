package cn.anchang.salescase;

import cn.anchang.shared.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** 商品房买卖合同 as it was signed. */
public record ContractForm(
        @NotNull Money total,
        @NotNull LocalDate signedOn,
        @NotNull LocalDate deliverOn,
        @Size(max = 2000) String penaltyTerms) {}
