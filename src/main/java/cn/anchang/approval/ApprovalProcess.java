package cn.anchang.approval;

import java.util.UUID;

/** What the approval of a version sets going in the engine. */
public interface ApprovalProcess {

    /** For kinds without a process of their own: the submitted version goes its route by itself. */
    void begin(UUID documentId, UUID versionId);

    /** The submitter took the version back while this matter was open. */
    void withdrawn(UUID matterId);
}
