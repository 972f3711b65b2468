package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.util.UUID;

/**
 * What an account is opened with.
 *
 * @param bookCode short code of the project, with which its receipt numbers begin
 * @param price what the deposit is measured by (R04) until a plan fixes the price
 */
public record AccountOpening(UUID projectId, String projectName, String bookCode, Money price) {}
