package cn.anchang.mortgage;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Event: the bank said no to a loan; synchronous, same transaction.
 *
 * @param consultant whose sale it is
 * @param by who recorded the answer
 */
public record LoanRefused(UUID caseId, String consultant, String bank, String reason, LocalDate decidedOn, String by) {}
