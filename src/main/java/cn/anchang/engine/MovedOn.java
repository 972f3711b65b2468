package cn.anchang.engine;

import cn.anchang.shared.Refusal;

/** Somebody else, or a deadline, moved the case on a moment before this click. */
record MovedOn() implements Refusal {}
