package cn.anchang.collection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * 拟定催款函. Its figures come from the ledger.
 *
 * @param days granted from the day it is sent
 * @param words what is said besides
 * @param changed what is different from the version that came back
 */
public record DemandForm(
        @NotNull @Min(1) @Max(90) Integer days,
        @Size(max = 1000) String words,
        @Size(max = 500) String changed) {}
