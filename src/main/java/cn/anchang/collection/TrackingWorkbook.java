package cn.anchang.collection;

import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.SheetWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;

/** 客户回款跟踪表 as a workbook: the same rows in the same order as the page, and their totals. */
@Service
public class TrackingWorkbook {

    private static final List<String> COLUMNS = List.of(
            "customer",
            "paidOn",
            "paid",
            "status",
            "remark",
            "contract",
            "project",
            "unit",
            "item",
            "dueOn",
            "amount",
            "rest",
            "late",
            "consultant");

    private final Tracking tracking;
    private final Staff staff;
    private final Sentences sentences;

    TrackingWorkbook(Tracking tracking, Staff staff, Sentences sentences) {
        this.tracking = tracking;
        this.staff = staff;
        this.sentences = sentences;
    }

    public byte[] of(TrackingFilter filter, TrackingSort sort, boolean descending) {
        String title = sentences.text("tracking.title");
        try (SheetWriter sheet = new SheetWriter(title)) {
            sheet.widths(14, 13, 16, 13, 16, 18, 14, 14, 16, 13, 16, 16, 8, 10).title(title, COLUMNS.size());
            sheet.headings(COLUMNS.stream()
                    .map(column -> sentences.text("tracking.column." + column))
                    .toList());
            AtomicReference<TrackingTotals> total =
                    new AtomicReference<>(TrackingTotals.sum(sentences.text("tracking.total"), List.of()));
            tracking.each(filter, sort, descending, row -> {
                sheet.row(
                        row.customer(),
                        row.paidOn(),
                        row.paid(),
                        sentences.name(row.status()),
                        row.reminds() ? sentences.text("tracking.remind") : null,
                        row.contractNo(),
                        row.project(),
                        row.unitNo(),
                        sentences.text("reminder.item", row.seq(), row.kind()),
                        row.dueOn(),
                        row.amount(),
                        row.rest(),
                        row.daysLate() == 0 ? null : row.daysLate(),
                        staff.displayName(row.consultant()));
                TrackingTotals so = total.get();
                total.set(new TrackingTotals(
                        so.of(),
                        so.count() + 1,
                        so.amount().plus(row.amount()),
                        so.paid().plus(row.paid())));
            });
            TrackingTotals all = total.get();
            sheet.row(
                    all.of(),
                    null,
                    all.paid(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    all.amount(),
                    all.rest(),
                    null,
                    null);
            return sheet.finish();
        }
    }
}
