package cn.anchang.customer;

import java.time.LocalDate;

/**
 * What was said on the telephone.
 *
 * @param said required
 * @param nextOn the day agreed for the next talk, or null to follow the grade's rhythm (R25)
 */
public record CallNote(String said, String suggestion, LocalDate nextOn) {}
