package cn.anchang.marketing;

import cn.anchang.shared.Money;
import java.time.LocalDate;

/**
 * A proposal of a stage summary on its way into the plan.
 *
 * @param key the line's key in the summary; the plan's line keeps it as its proposal key
 * @param detail how and why, or null
 * @param by until when it is wanted, or null
 * @param cost what it may cost, or null
 */
public record ProposalLine(String key, ProposalKind kind, String title, String detail, LocalDate by, Money cost) {}
