package cn.anchang.salescase;

import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.shared.Money;
import java.util.List;
import java.util.UUID;

/**
 * A price somebody approved for one sale (R09). It binds price, terms and plan of the subscription, and is good once.
 *
 * @param no the number of the document that was approved
 * @param listPrice the list price it was approved against
 * @param holds whether all it was approved for is still so
 * @param whyNot why it no longer holds, as people read it; null while it does
 */
public record SpecialPrice(
        UUID id,
        String no,
        UUID unitId,
        Money listPrice,
        Money price,
        PaymentTerms terms,
        List<PlanLine> plan,
        String approvedBy,
        boolean holds,
        String whyNot) {}
