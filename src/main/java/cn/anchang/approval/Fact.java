package cn.anchang.approval;

/** A line at the top of a task's card. */
public record Fact(String label, String text) {}
