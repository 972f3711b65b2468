package cn.anchang.change;

import java.util.UUID;

/** The loan of a sale was settled with the bank for a change order. Told within the same transaction. */
public record LoanSettledWithBank(UUID caseId, String order, String by) {}
