package cn.anchang.collection;

import cn.anchang.collection.LateFees.Charge;
import cn.anchang.salescase.SaleContact;
import cn.anchang.shared.Money;

/**
 * Arrears as people look at them: principal and late fee apart (R18).
 *
 * @param rest the principal unpaid now; zero once it is over
 * @param daysLate until today, or until it was over
 */
public record ArrearsView(Arrears arrears, SaleContact sale, Money rest, Charge charge, long daysLate) {}
