package cn.anchang.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** An amount in CNY, exact to the cent (分). An amount with more than two decimals is refused, never rounded silently. */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = Money.of("0");

    /** @throws IllegalArgumentException when the amount has a fraction of a cent */
    public Money {
        try {
            amount = amount.setScale(2, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("An amount in CNY has at most two decimals: " + amount, e);
        }
    }

    @JsonCreator
    public static Money of(BigDecimal amount) {
        return new Money(amount);
    }

    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    /** As a person types it: with or without separators, also those of a Chinese keyboard; nothing finer than a cent, nothing negative. */
    public static Optional<Money> typed(String text) {
        String digits = text == null ? "" : text.replaceAll("[,，\\s]", "");
        return digits.matches("\\d{1,12}(\\.\\d{1,2})?") ? Optional.of(of(digits)) : Optional.empty();
    }

    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    /** The share of this amount, rounded half up to the cent. */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor).setScale(2, RoundingMode.HALF_UP));
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    /** In the capital numerals a receipt needs (大写), e.g. 壹佰贰拾叁万元整. */
    public String inWords() {
        return ChineseNumerals.of(amount);
    }

    /** With separators and two decimals: 1,234,567.00. */
    public String formatted() {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    /** Plain digits with two decimals, as it travels in JSON: a string, so that no reader's floating point touches it. */
    @Override
    @JsonValue
    public String toString() {
        return amount.toPlainString();
    }
}
