package cn.anchang.mortgage;

import java.util.UUID;

/** Event: the bank refused and the sale is to be undone without anybody's fault; synchronous, same transaction. */
public record UndoingWanted(UUID caseId, String reason, String by) {}
