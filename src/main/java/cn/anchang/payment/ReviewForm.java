package cn.anchang.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** 复核收款: the money is there, or it is not and why. */
public record ReviewForm(
        @NotNull Boolean confirmed, @Size(max = 200) String reason) {}
