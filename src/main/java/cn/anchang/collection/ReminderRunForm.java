package cn.anchang.collection;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/** 付款提醒 by hand: somebody does not wait for the morning. */
public record ReminderRunForm(@NotNull @AssertTrue Boolean confirmed) {}
