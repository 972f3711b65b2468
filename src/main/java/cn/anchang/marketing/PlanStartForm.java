package cn.anchang.marketing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/** What begins a promotion plan: for which project, and which stage. */
public record PlanStartForm(
        @NotNull UUID projectId,
        @NotBlank @Size(max = 60) String stage,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn) {}
