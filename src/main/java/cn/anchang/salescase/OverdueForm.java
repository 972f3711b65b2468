package cn.anchang.salescase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** 逾期未签约 as the site manager handles it. */
public record OverdueForm(
        @NotNull OverdueDecision decision,
        @Min(1) @Max(365) Integer days,
        @NotBlank @Size(max = 500) String reason) {}
