package cn.anchang.mortgage;

import cn.anchang.payment.LoanKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The banks, their papers and the norms of a loan file.
 *
 * @param morning at what time of its day a reminder falls due
 * @param papersDays a complete file within so many days of choosing the bank (R14)
 * @param releaseDays released within so many days of the loan contract (R14)
 * @param gapDays what the bank does not lend is due so many days after its decision (R15)
 */
@ConfigurationProperties("anchang.mortgage")
@Validated
public record MortgageSettings(
        @NotNull LocalTime morning,
        @Positive int papersDays,
        @NotEmpty Map<LoanKind, @Positive Integer> releaseDays,
        @Positive int gapDays,
        @NotEmpty List<@Valid Bank> banks,
        @NotEmpty List<@Valid PaperRule> papers) {

    /** @param contact whom to call there */
    public record Bank(
            @NotBlank String code,
            @NotBlank String name,
            @NotBlank String contact,
            @NotEmpty Set<LoanKind> kinds) {}

    /**
     * @param each asked of every applicant, or once for the sale
     * @param banks codes of the banks that ask for it; none means all
     */
    public record PaperRule(
            @NotBlank String code,
            @NotBlank String title,
            @NotEmpty Set<LoanKind> kinds,
            boolean each,
            @NotNull Fetcher fetches,
            List<String> banks) {

        boolean isAskedBy(String bank, Set<LoanKind> loans) {
            return (banks == null || banks.isEmpty() || banks.contains(bank))
                    && kinds.stream().anyMatch(loans::contains);
        }
    }

    Optional<Bank> bank(String code) {
        return banks.stream().filter(bank -> bank.code().equals(code)).findFirst();
    }
}
