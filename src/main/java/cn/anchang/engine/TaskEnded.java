package cn.anchang.engine;

/** A task is over, done or withdrawn; told in the transaction that ends it. A refusal undoes it with all the rest. */
public record TaskEnded(String taskId) {}
