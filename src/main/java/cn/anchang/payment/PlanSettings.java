package cn.anchang.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The rules plans are drawn by, as dated rows (R11, R12): a row counts from its day on, for its city and its use of a unit.
 *
 * @param handoverAfterDays how long after signing a handover is expected as long as no day for it is agreed
 */
@ConfigurationProperties("anchang.payment-plans")
@Validated
public record PlanSettings(
        @NotEmpty List<@Valid DownPayment> downPayment,
        @NotEmpty List<@Valid Loans> loans,
        @NotEmpty List<@Valid Schedule> instalments,
        @Positive int handoverAfterDays) {

    static final String ALL = "*";

    /** @throws IllegalArgumentException when a sale may find no row, or a schedule does not divide a whole price */
    public PlanSettings {
        for (List<? extends Row> rows : List.of(downPayment, loans, instalments)) {
            if (rows.stream()
                    .noneMatch(row -> row.city().equals(ALL) && row.use().equals(ALL))) {
                throw new IllegalArgumentException("No row for every city and use among " + rows);
            }
        }
        instalments.forEach(Schedule::divideThePrice);
    }

    /** What all rules have in common. */
    interface Row {

        LocalDate from();

        String city();

        String use();
    }

    /** R11: the least share of the price that is due by signing. */
    public record DownPayment(
            @NotNull LocalDate from,
            @DefaultValue(ALL) String city,
            @DefaultValue(ALL) String use,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal percent)
            implements Row {}

    /**
     * What lenders do.
     *
     * @param step a proposed loan is a multiple of this
     * @param commercialDays days after signing by which a bank's money is expected (R14), likewise the fund's
     * @param fundMost most that the provident fund lends
     */
    public record Loans(
            @NotNull LocalDate from,
            @DefaultValue(ALL) String city,
            @DefaultValue(ALL) String use,
            @NotNull @DecimalMin("0.01") BigDecimal step,
            @PositiveOrZero int commercialDays,
            @PositiveOrZero int fundDays,
            @NotNull @DecimalMin("0") BigDecimal fundMost)
            implements Row {}

    /**
     * R12: how a price paid in instalments is divided. The first share is due before signing and contains the deposit.
     *
     * @param step later lines are multiples of this; what is left over is in the first payment
     */
    public record Schedule(
            @NotNull LocalDate from,
            @DefaultValue(ALL) String city,
            @DefaultValue(ALL) String use,
            @NotNull @DecimalMin("0.01") BigDecimal step,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal firstPercent,
            @NotEmpty List<@Valid Share> later)
            implements Row {

        private void divideThePrice() {
            BigDecimal sum = later.stream().map(Share::percent).reduce(firstPercent, BigDecimal::add);
            if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
                throw new IllegalArgumentException("The instalments of %s make %s %%".formatted(from, sum));
            }
        }
    }

    /** One later line of a schedule. */
    public record Share(
            @NotNull InstalmentKind kind,
            @NotNull @DecimalMin("0.01") BigDecimal percent,
            @NotNull DueEvent event,
            @PositiveOrZero int days) {}

    /** The row for a city and a use on a day: the more particular one, of two alike the later. */
    static <R extends Row> R of(List<R> rows, String city, String use, LocalDate day) {
        return rows.stream()
                .filter(row -> !row.from().isAfter(day))
                .filter(row -> row.city().equals(ALL) || row.city().equals(city))
                .filter(row -> row.use().equals(ALL) || row.use().equals(use))
                .max(Comparator.comparing((R row) -> !row.city().equals(ALL))
                        .thenComparing(row -> !row.use().equals(ALL))
                        .thenComparing(Row::from))
                .orElseThrow(() ->
                        new IllegalStateException("No rule for %s in %s on %s: %s".formatted(use, city, day, rows)));
    }
}
