package cn.anchang.change;

import cn.anchang.payment.PaymentTerms;
import cn.anchang.shared.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** 申请特价: the price asked for, how it is to be paid, and why. Loans left out are drawn by the rules. */
public record SpecialPriceForm(
        @NotNull UUID caseId,
        @NotNull Money price,
        @NotNull PaymentTerms terms,
        Money commercialLoan,
        Money fundLoan,
        @NotBlank @Size(max = 500) String reason) {}
