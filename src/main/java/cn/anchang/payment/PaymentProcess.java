package cn.anchang.payment;

import java.util.UUID;

/** What the ledger has people do. */
public interface PaymentProcess {

    /** A large payment is written down and waits for a second person of finance. */
    void secondPersonNeeded(UUID paymentId);
}
