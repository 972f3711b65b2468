package cn.anchang.marketing;

import cn.anchang.shared.Money;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers of a promotion plan that differ between companies.
 *
 * @param directorLimit up to this budget the 营销总监 approves a plan without price actions; above it the 总经理
 */
@ConfigurationProperties("anchang.marketing.plan")
@Validated
public record PlanSettings(@NotNull Money directorLimit) {}
