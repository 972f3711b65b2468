package cn.anchang.marketing;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/** 发起阶段性营销总结 by hand: about the stage of a plan in force, or about days of one's own choice. */
public record SummaryStartForm(
        @NotNull SummaryBasis basis, UUID planId, UUID projectId, LocalDate from, LocalDate to) {}
