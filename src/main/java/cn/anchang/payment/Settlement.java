package cn.anchang.payment;

import cn.anchang.shared.Money;

/**
 * What becomes of the money when a sale is undone (R20).
 *
 * @param deposit deposit received
 * @param forfeited what the seller keeps of it
 * @param compensation what the seller adds when the fault is its own
 * @param refund what goes to the buyer in all: other money, returned deposit and compensation
 */
public record Settlement(
        Fault fault, Money deposit, Money otherMoney, Money forfeited, Money compensation, Money refund) {

    public static Settlement of(Fault fault, Money deposit, Money otherMoney) {
        Money forfeited = fault == Fault.BUYER ? deposit : Money.ZERO;
        Money compensation = fault == Fault.SELLER ? deposit : Money.ZERO;
        Money refund = deposit.plus(otherMoney).minus(forfeited).plus(compensation);
        return new Settlement(fault, deposit, otherMoney, forfeited, compensation, refund);
    }
}
