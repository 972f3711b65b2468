package cn.anchang.salescase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** 办理交房: who took the keys and when. */
public record HandoverForm(
        @NotNull LocalDate handedOn,
        @NotBlank @Size(max = 100) String receivedBy,
        @Min(0) @Max(99) Integer keys,
        @Size(max = 1000) String note) {}
