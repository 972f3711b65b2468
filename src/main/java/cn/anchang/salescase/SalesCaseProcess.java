package cn.anchang.salescase;

import java.util.UUID;

/** Facts about a sale that its running process hears of although no task is open for them. */
public interface SalesCaseProcess {

    /** The customer came by themselves: a follow-up that waits for its day waits no longer. Otherwise nothing happens. */
    void customerReturned(UUID caseId);
}
