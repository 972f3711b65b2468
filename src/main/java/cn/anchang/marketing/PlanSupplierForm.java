package cn.anchang.marketing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** 营销供应商工作成效评价. */
public record PlanSupplierForm(@Valid @NotEmpty List<Score> scores) {

    /** @param key of the supplier and the criterion, as the form was given it */
    public record Score(
            @NotBlank String key,
            @NotNull @Min(1) @Max(5) Integer score,
            @NotBlank @Size(max = 500) String reason) {}
}
