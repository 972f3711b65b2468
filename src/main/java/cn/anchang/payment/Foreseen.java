package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What money would pay if it came in now.
 *
 * @param unallocated over-payment: it would pay nothing and stay visible
 * @param secondPerson whether somebody else of finance would have to confirm it first
 */
public record Foreseen(List<Part> parts, Money unallocated, boolean secondPerson) {

    /**
     * @param paid what of the line is paid already
     * @param pays what this money would add
     */
    public record Part(int seq, InstalmentKind kind, LocalDate dueOn, Money amount, Money paid, Money pays) {

        public Money rest() {
            return amount.minus(paid).minus(pays);
        }
    }
}
