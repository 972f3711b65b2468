package cn.anchang.marketing;

import cn.anchang.shared.Refusal;
import java.time.LocalDate;
import java.util.UUID;

/** How the attempt to open a report by hand ended. */
public sealed interface ReportOpening {

    record ReportOpened(UUID reportId) implements ReportOpening {}

    /** There is one for each site and period. */
    record ReportExists(String title) implements ReportOpening, Refusal {}

    record PeriodNotOver(LocalDate lastDay) implements ReportOpening, Refusal {}

    record NoSuchProject() implements ReportOpening, Refusal {}
}
