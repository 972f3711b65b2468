package cn.anchang.marketing;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/** @param day any day of the period the report is about */
public record ReportStartForm(
        @NotNull UUID projectId,
        @NotNull ReportKind kind,
        @NotNull LocalDate day) {}
