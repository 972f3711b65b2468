package cn.anchang.marketing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** 归档备案. */
public record PlanFilingForm(
        @NotBlank @Size(max = 60) String fileNo, @NotNull LocalDate filedOn) {}
