package cn.anchang.customer;

import java.util.UUID;

/** Two rows were one customer; whatever names the one that is gone names the other from here on, in the same transaction. */
public record CustomersMerged(UUID gone, UUID stays) {}
