package cn.anchang.marketing;

import cn.anchang.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * 编写阶段性营销总结: answers to the writing guide, which suggestions are taken up, and what should change. Numbers are not asked for.
 *
 * @param changed 修改内容, from the second version on
 */
public record StageSummaryForm(
        @NotEmpty @Size(max = 30) List<@NotNull @Valid Answer> answers,
        @Size(max = 500) List<@NotNull @Valid SuggestionLine> suggestions,
        @Size(max = 50) List<@NotNull @Valid ProposalRow> proposals,
        @Size(max = 500) String changed) {

    public record Answer(
            @NotBlank String code,
            @NotBlank @Size(max = 2000) String text) {}

    /** @param key of the suggestion, as the figures name it */
    public record SuggestionLine(
            @NotBlank String key,
            Boolean cited,
            @Size(max = 200) String response) {}

    public record ProposalRow(
            @NotBlank @Size(max = 40) String key,
            @NotNull ProposalKind kind,
            @NotBlank @Size(max = 100) String what,
            @NotBlank @Size(max = 500) String reason,
            Money cost,
            LocalDate by) {}
}
