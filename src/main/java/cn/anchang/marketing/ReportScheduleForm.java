package cn.anchang.marketing;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/** @param confirmed that what has ended is to be opened now, for every site */
public record ReportScheduleForm(@NotNull @AssertTrue Boolean confirmed) {}
