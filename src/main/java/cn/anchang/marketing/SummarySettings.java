package cn.anchang.marketing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What a stage summary is written along, as data.
 *
 * @param guide the questions of the 阶段性营销总结编写作业指引
 */
@ConfigurationProperties("anchang.marketing.summary")
@Validated
public record SummarySettings(@NotEmpty @Valid List<Question> guide) {

    public record Question(@NotBlank String code, @NotBlank String title, String hint) {}
}
