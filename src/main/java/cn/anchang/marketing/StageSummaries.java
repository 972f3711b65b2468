package cn.anchang.marketing;

import java.util.UUID;

/** Port to the stage summaries: the stage of a plan has ended. */
public interface StageSummaries {

    /** Opens the summary of the plan's stage, unless there is one. */
    void open(UUID planId);
}
