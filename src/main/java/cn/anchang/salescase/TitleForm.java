package cn.anchang.salescase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** 办理产权登记 as the registry confirmed it. */
public record TitleForm(
        @NotBlank @Size(max = 60) String titleNo,
        @NotNull LocalDate registeredOn,
        @Size(max = 1000) String note) {}
