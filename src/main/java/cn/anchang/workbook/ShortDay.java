package cn.anchang.workbook;

import java.time.LocalDate;

/** A day that is shown without its century, where a sheet has many of them; null leaves the cell empty. */
public record ShortDay(LocalDate day) {}
