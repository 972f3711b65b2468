package cn.anchang.marketing;

import cn.anchang.shared.Money;
import cn.anchang.shared.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a sales report says. The numbers, the last plan and the corrections are the system's, frozen with the version; the texts and
 * the next plan are people's, and a draft may still lack them.
 *
 * @param last what was planned for this period, in the report before; null when there was none
 * @param corrections what has changed since in earlier reports of this kind
 */
public record ReportContent(
        ReportKind kind,
        Period period,
        Figures figures,
        Targets last,
        List<Review> reviews,
        List<Correction> corrections,
        String happened,
        String causes,
        Targets next,
        List<Task> tasks) {

    public ReportContent {
        reviews = reviews == null ? List.of() : List.copyOf(reviews);
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
    }

    /** Target numbers of a period; each may be missing in a draft. */
    public record Targets(Integer visits, Integer subscriptions, Integer contracts, Money receipts) {}

    /** @param owner a user id */
    public record Task(String key, String title, String owner, LocalDate day) {}

    /** A task of the last plan, and what came of it. */
    public record Review(Task task, ReportTaskResult result, String note) {}

    /** @param report the earlier report's number and title */
    public record Correction(
            UUID id, String report, ReportMetric metric, String was, String became, LocalDate noticedOn) {}
}
