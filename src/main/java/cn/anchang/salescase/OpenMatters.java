package cn.anchang.salescase;

import java.util.List;
import java.util.UUID;

/** Who has something under way about a sale that is no task of its own process; a sale is not closed over it. */
public interface OpenMatters {

    /** As people call them, e.g. 变更单 BG-2026-000001（延期签约）; empty when there are none. */
    List<String> of(UUID caseId);
}
