package cn.anchang.salescase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** 销售工作总结, one answer to each question of the writing guide. */
public record SummaryForm(@NotEmpty @Size(max = 30) List<@NotNull @Valid Answer> answers) {

    public record Answer(
            @NotBlank String code,
            @NotBlank @Size(max = 4000) String text) {}
}
