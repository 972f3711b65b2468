package cn.anchang.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What this module asks of sales, which know customers and not the other way round. */
public interface CustomerSales {

    /**
     * A sale still talked about: its next talk is its task's business.
     *
     * @param followUpOn the day it waits for, or null
     */
    record Talk(UUID projectId, String projectName, String caseNo, LocalDate followUpOn) {}

    /** At most one a project. */
    List<Talk> openTalks(UUID customerId);
}
