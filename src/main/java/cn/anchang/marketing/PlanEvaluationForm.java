package cn.anchang.marketing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** 推广方案评价. */
public record PlanEvaluationForm(
        @Valid List<Verdict> activities,
        @NotBlank @Size(max = 2000) String assessment,
        @NotBlank @Size(max = 2000) String conclusions,
        @NotNull Boolean nextPlanWanted) {

    /** @param key of the activity */
    public record Verdict(
            @NotBlank String key, @NotBlank @Size(max = 500) String verdict) {}

    public PlanEvaluationForm {
        activities = activities == null ? List.of() : List.copyOf(activities);
    }
}
