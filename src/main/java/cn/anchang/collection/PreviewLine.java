package cn.anchang.collection;

import cn.anchang.payment.DueLine;
import cn.anchang.salescase.SaleContact;

/**
 * One line of what would be sent on a day.
 *
 * @param to the address, or null when there is none or it is out
 * @param reason why it is out, or why somebody calls instead; null for a letter
 */
public record PreviewLine(DueLine line, SaleContact sale, int level, boolean in, String to, String reason) {}
