package cn.anchang.salescase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** 选房: which unit the customer wants held, or that none suits. */
public record UnitChoiceForm(
        @NotNull Boolean chosen,
        UUID unitId,
        @Size(max = 500) String note) {}
