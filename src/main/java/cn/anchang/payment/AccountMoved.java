package cn.anchang.payment;

import java.util.UUID;

/** Something is done to an account: money, plan or settlement. What it has come to is seen when the transaction is about to commit. */
public record AccountMoved(UUID account) {}
