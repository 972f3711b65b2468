package cn.anchang.marketing;

import java.util.Optional;
import java.util.UUID;

/** Port to the stage summaries: the stage of a plan has ended. */
public interface StageSummaries {

    /** A summary as the plan names what it came from. */
    record Source(String no, UUID documentId) {}

    /** Opens the summary of the plan's stage, unless there is one. */
    void open(UUID planId);

    Optional<Source> find(UUID summaryId);
}
