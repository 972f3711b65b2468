package cn.anchang.marketing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A show-flat change or a construction ask that is done. */
public record PlanItemForm(
        @NotNull LocalDate doneOn,
        @NotBlank @Size(max = 1000) String result) {}
