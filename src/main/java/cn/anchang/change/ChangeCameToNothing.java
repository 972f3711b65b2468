package cn.anchang.change;

import java.util.UUID;

/**
 * An order was rejected or given up; the sale stays as it is. Told within the same transaction.
 *
 * @param byMortgage whether the sale's mortgage asked for it and waits
 */
public record ChangeCameToNothing(UUID caseId, boolean byMortgage) {}
