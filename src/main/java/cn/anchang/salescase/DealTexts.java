package cn.anchang.salescase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The lists people work along, as data.
 *
 * @param checklist lines of the 成交客户检查表
 * @param papers what is handed over after the deal (成交资料)
 * @param writingGuide questions of the 销售总结编写作业指引
 */
@ConfigurationProperties("anchang.deal")
@Validated
public record DealTexts(
        @NotEmpty @Valid List<Line> checklist,
        @NotEmpty @Valid List<Line> papers,
        @NotEmpty @Valid List<Line> writingGuide) {

    public record Line(@NotBlank String code, @NotBlank String title, String hint) {}
}
