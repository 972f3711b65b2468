package cn.anchang.salescase;

import cn.anchang.payment.Fault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** 裁定挞定 by 总经理: whose fault it was (R20), or more time. */
public record RulingForm(
        @NotNull Boolean forfeited,
        Fault fault,
        @Min(1) @Max(365) Integer days,
        @NotBlank @Size(max = 500) String reason) {}
