package cn.anchang.payment.web;

import cn.anchang.payment.Item;
import cn.anchang.payment.MoneyIn;
import cn.anchang.payment.PaymentMethod;
import cn.anchang.payment.RefundPaid;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * Money in or out as it was typed, kept as typed so that a refused form comes back filled in.
 *
 * @param key names the rendered form; sent twice, it is recorded once
 */
record MoneyForm(
        UUID key,
        Item item,
        String amount,
        PaymentMethod method,
        String person,
        String bankSerial,
        String paidOn,
        String reason) {

    MoneyForm withKey(UUID fresh) {
        return new MoneyForm(fresh, item, amount, method, person, bankSerial, paidOn, reason);
    }

    Optional<MoneyIn> moneyIn() {
        return item == null || !isReadable()
                ? Optional.empty()
                : Optional.of(
                        new MoneyIn(item, typed().orElseThrow(), method, person, bankSerial, day().orElseThrow()));
    }

    Optional<RefundPaid> refund() {
        return !isReadable()
                ? Optional.empty()
                : Optional.of(
                        new RefundPaid(typed().orElseThrow(), method, person, bankSerial, day().orElseThrow(), reason));
    }

    private boolean isReadable() {
        return key != null && method != null && typed().isPresent() && day().isPresent();
    }

    private Optional<Money> typed() {
        return Money.typed(amount);
    }

    private Optional<LocalDate> day() {
        try {
            return paidOn == null ? Optional.empty() : Optional.of(LocalDate.parse(paidOn.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
