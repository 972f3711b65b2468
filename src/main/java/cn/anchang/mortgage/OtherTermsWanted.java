package cn.anchang.mortgage;

import java.util.UUID;

/** Event: the bank refused and the buyer would pay another way; synchronous, same transaction. */
public record OtherTermsWanted(UUID caseId, String reason, String by) {}
