package cn.anchang.mail;

/**
 * How the outbox stands.
 *
 * @param connected whether a mail server is configured; without one letters wait
 */
public record OutboxState(boolean connected, long waiting, long sent, long failed) {}
