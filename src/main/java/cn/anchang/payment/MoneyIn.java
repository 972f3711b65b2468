package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;

/**
 * Money as the cashier saw it arrive.
 *
 * @param bankSerial the bank's serial number; none for cash
 */
public record MoneyIn(
        Item item, Money amount, PaymentMethod method, String payer, String bankSerial, LocalDate paidOn) {

    public MoneyIn {
        payer = payer == null ? "" : payer.strip();
        bankSerial = bankSerial == null || bankSerial.isBlank() ? null : bankSerial.strip();
    }
}
