package cn.anchang.approval;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long approvers have (R36), and who stands above them.
 *
 * @param remindAfter workdays
 * @param escalateAfter workdays
 * @param escalateTo for a group the one above it
 */
@ConfigurationProperties("anchang.approval")
@Validated
public record ApprovalSettings(
        @Min(1) @Max(30) int remindAfter, @Min(1) @Max(60) int escalateAfter, Map<String, String> escalateTo) {

    public ApprovalSettings {
        escalateTo = escalateTo == null ? Map.of() : Map.copyOf(escalateTo);
        if (escalateAfter < remindAfter) {
            throw new IllegalArgumentException(
                    "Escalated after %d workdays, reminded only after %d".formatted(escalateAfter, remindAfter));
        }
    }

    public Optional<String> superiorOf(String group) {
        return Optional.ofNullable(escalateTo.get(group));
    }
}
