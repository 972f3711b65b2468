package cn.anchang.marketing;

import java.util.UUID;

/** What happened to a stage summary that its process has to know and no task of it says. */
public interface SummaryProcess {

    /** The stage is over and its summary opened: somebody has to write it. */
    void stageEnded(UUID summaryId);
}
