package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;

/**
 * What a payment plan is drawn for.
 *
 * @param deposit what is paid already and becomes part of the price; zero when nothing is
 * @param city where the unit is, as the rules name it
 * @param use what the unit is for, as the rules name it
 * @param signBy the last day for what is due before the contract
 * @param handoverOn null as long as it is not agreed
 * @param commercialLoan null leaves it to the rules
 * @param fundLoan null leaves it to the rules
 * @param asOf the day whose rules count
 */
public record PlanRequest(
        Money price,
        Money deposit,
        LocalDate depositOn,
        PaymentTerms terms,
        String city,
        String use,
        LocalDate signBy,
        LocalDate handoverOn,
        Money commercialLoan,
        Money fundLoan,
        LocalDate asOf) {

    /** What the buyer wants to borrow of this kind; null when that was not said. */
    Money loan(LoanKind kind) {
        return kind == LoanKind.COMMERCIAL ? commercialLoan : fundLoan;
    }
}
