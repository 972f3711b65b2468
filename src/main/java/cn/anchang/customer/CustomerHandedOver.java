package cn.anchang.customer;

import java.util.UUID;

/** A customer is another consultant's now; what is still open of them follows in the same transaction. */
public record CustomerHandedOver(UUID customerId, String from, String to) {}
