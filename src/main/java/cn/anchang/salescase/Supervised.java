package cn.anchang.salescase;

import java.time.Instant;

/** 督办认购 is noted; the consultant has until the new deadline, and is reminded before. */
public record Supervised(Instant remindAt, Instant superviseAt) {}
