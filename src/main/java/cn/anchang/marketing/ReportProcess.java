package cn.anchang.marketing;

import java.util.UUID;

/** Port to the process of a report. */
public interface ReportProcess {

    /** The report's period has ended: somebody is to write it. */
    void periodEnded(UUID reportId);
}
