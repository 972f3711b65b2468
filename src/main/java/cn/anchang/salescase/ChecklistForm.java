package cn.anchang.salescase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** 成交客户检查表 or 成交资料, ticked line by line. */
public record ChecklistForm(@NotEmpty @Size(max = 60) List<@NotNull @Valid Line> lines) {

    /** One line by its configured code. */
    public record Line(
            @NotBlank String code,
            @NotNull Boolean ticked,
            @Size(max = 500) String note) {}
}
