package cn.anchang.salescase;

import cn.anchang.shared.Refusal;

/** Money may not be paid back past the sale: a step of it is open that does so, and would stand still for ever. */
record PaidBackByTask(String task) implements Refusal {}
