package cn.anchang.engine;

import cn.anchang.shared.Refusal;

/** A colleague claimed the task first. */
record TaskTaken() implements Refusal {}
