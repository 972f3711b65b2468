package cn.anchang.marketing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** 是否修订推广计划, and by which of the approved proposals. */
public record RevisionDecisionForm(
        @NotNull Boolean revise,
        @Size(max = 50) List<@NotNull @Valid Choice> proposals,
        @NotBlank @Size(max = 500) String reason) {

    public record Choice(@NotBlank String key, Boolean chosen) {}

    List<String> chosenKeys() {
        return proposals == null
                ? List.of()
                : proposals.stream()
                        .filter(line -> Boolean.TRUE.equals(line.chosen()))
                        .map(Choice::key)
                        .toList();
    }
}
