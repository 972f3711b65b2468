package cn.anchang.salescase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** 网签备案 as the housing bureau confirmed it. */
public record FilingForm(
        @NotBlank @Size(max = 60) String filingNo, @NotNull LocalDate filedOn) {}
