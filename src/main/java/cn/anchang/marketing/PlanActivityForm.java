package cn.anchang.marketing;

import cn.anchang.shared.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What came of an activity. */
public record PlanActivityForm(
        @NotNull LocalDate doneOn,
        @NotNull Money actualCost,
        @NotNull @PositiveOrZero Integer visits,
        @NotNull @PositiveOrZero Integer leads,
        @NotBlank @Size(max = 1000) String result) {}
