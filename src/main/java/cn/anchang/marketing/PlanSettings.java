package cn.anchang.marketing;

import cn.anchang.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers and lists of a promotion plan that differ between companies.
 *
 * @param directorLimit a plan that costs up to this and has no price action is approved by the 营销总监; any other by the 总经理
 * @param supplierCriteria what a supplier's work is scored by
 */
@ConfigurationProperties("anchang.marketing.plan")
@Validated
public record PlanSettings(
        @NotNull Money directorLimit, @Valid @NotEmpty List<Criterion> supplierCriteria) {

    public record Criterion(
            @Pattern(regexp = "[a-z]+") String code,
            @NotBlank String title) {}
}
