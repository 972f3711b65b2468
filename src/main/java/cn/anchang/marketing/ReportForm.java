package cn.anchang.marketing;

import cn.anchang.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * What people write in a sales report.
 *
 * @param changed 修改内容; needed once a version went back
 */
public record ReportForm(
        @NotBlank @Size(max = 4000) String happened,
        @NotBlank @Size(max = 4000) String causes,
        @Valid List<ReviewLine> reviews,
        @NotNull @Min(0) Integer visits,
        @NotNull @Min(0) Integer subscriptions,
        @NotNull @Min(0) Integer contracts,
        @NotNull Money receipts,
        @Valid List<TaskLine> tasks,
        @Size(max = 500) String changed) {

    public ReportForm {
        reviews = reviews == null ? List.of() : List.copyOf(reviews);
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
    }

    public record ReviewLine(
            @NotBlank @Size(max = 40) String key,
            @NotNull ReportTaskResult result,
            @Size(max = 500) String note) {}

    /** @param owner a user id */
    public record TaskLine(
            @NotBlank @Size(max = 40) String key,
            @NotBlank @Size(max = 100) String title,
            @NotBlank @Size(max = 64) String owner,
            @NotNull LocalDate day) {}
}
