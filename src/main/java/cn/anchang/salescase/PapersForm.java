package cn.anchang.salescase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** 移交成交资料: which papers were handed over, to whom and when. */
public record PapersForm(
        @NotEmpty @Size(max = 60) List<ChecklistForm.@NotNull @Valid Line> lines,
        @NotBlank @Size(max = 100) String receivedBy,
        @NotNull LocalDate handedOn,
        @Size(max = 1000) String note) {}
