package cn.anchang.approval;

import java.time.Instant;

/** Who wrote, reviewed or approved, and when. */
public record Signature(String by, Instant at) {}
