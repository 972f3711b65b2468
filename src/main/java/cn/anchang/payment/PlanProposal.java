package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.util.List;

/**
 * A plan drawn by the rules; people may still change it within them.
 *
 * @param downPaymentFloor the least that is due by signing, deposit included (R11); for 全款 no limit, so zero
 * @param basis the rules it follows, as people read them
 */
public record PlanProposal(List<PlanLine> lines, Money downPaymentFloor, String basis) implements PlanOffer {}
