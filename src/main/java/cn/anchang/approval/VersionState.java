package cn.anchang.approval;

import java.util.Set;

/** How far a version of a document got. */
public enum VersionState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    WITHDRAWN,
    REJECTED,
    APPROVED,
    SUPERSEDED,
    ABANDONED;

    private static final Set<VersionState> OPEN = Set.of(DRAFT, SUBMITTED);
    private static final Set<VersionState> DECIDED = Set.of(RETURNED, REJECTED, APPROVED, SUPERSEDED);

    /** A document has at most one such version. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Approvers had their say about it. */
    public boolean isDecided() {
        return DECIDED.contains(this);
    }
}
