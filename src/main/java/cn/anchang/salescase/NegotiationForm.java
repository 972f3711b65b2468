package cn.anchang.salescase;

import cn.anchang.customer.Grade;
import cn.anchang.customer.LostReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** 洽谈 or 追踪 as the consultant reports it: a follow-up needs its day, a loss its reason. */
public record NegotiationForm(
        @NotNull NegotiationResult outcome,
        LocalDate followUpOn,
        LostReason lostReason,
        @Size(max = 500) String lostNote,
        Grade grade,
        @Size(max = 2000) String feedback,
        @Size(max = 2000) String suggestion,
        @Size(max = 500) String nextStep) {}
