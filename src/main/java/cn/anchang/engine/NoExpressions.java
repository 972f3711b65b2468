package cn.anchang.engine;

import cn.anchang.shared.Refusal;

/** A query asked the engine to evaluate an expression; only the filters the system itself made may. */
record NoExpressions() implements Refusal {}
