package cn.anchang.salescase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** 督办认购: what the site manager found, and how many days the consultant gets. */
public record SupervisionForm(
        @NotBlank @Size(max = 500) String note,
        @NotNull @Min(1) @Max(7) Integer days) {}
