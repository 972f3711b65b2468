package cn.anchang.workbench.customers;

import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Book;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Exports.Counter;
import cn.anchang.workbook.PrintPage;
import cn.anchang.workbook.SheetWriter;
import cn.anchang.workbook.Tint;
import cn.anchang.workbook.Total;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** 客户表: the list as the person sees it, phones masked (R35). */
@Service
class CustomersWorkbook {

    private static final List<String> COLUMNS = List.of(
            "no",
            "name",
            "phone",
            "state",
            "grade",
            "segment",
            "channel",
            "owner",
            "contact",
            "next",
            "due",
            "protected");

    private final CustomerList list;
    private final Staff staff;
    private final Sentences sentences;
    private final Clock clock;

    CustomersWorkbook(CustomerList list, Staff staff, Sentences sentences, Clock clock) {
        this.list = list;
        this.staff = staff;
        this.sentences = sentences;
        this.clock = clock;
    }

    void write(
            Viewer viewer, CustomerFilter filter, String note, BookFormat format, OutputStream out, Counter counter) {
        String title = sentences.text("customers.title");
        Map<String, String> names = new HashMap<>();
        LocalDate today = list.today();
        long[] rows = {0};
        try (Book book = new Book(format)) {
            SheetWriter sheet = book.sheet(title)
                    .widths(12, 14, 16, 9, 9, 9, 14, 12, 14, 14, 14, 14)
                    .title(title, COLUMNS.size())
                    .note(note, COLUMNS.size())
                    .headings(
                            COLUMNS.stream()
                                    .map(column -> sentences.text("customers.column." + column))
                                    .toList(),
                            2)
                    .filtered()
                    .printed(PrintPage.A4_LANDSCAPE)
                    .marked(COLUMNS.indexOf("due"), sentences.name(FollowUp.OVERDUE), Tint.LATE)
                    .marked(COLUMNS.indexOf("due"), sentences.name(FollowUp.TODAY), Tint.SOON);
            list.each(viewer, filter, line -> {
                counter.row();
                rows[0]++;
                sheet.row(cells(line, today, names));
            });
            sheet.totals(
                    sentences.text("customers.total"),
                    Map.of(COLUMNS.indexOf("name"), new Total(Total.Kind.COUNT_FILLED, rows[0])));
            book.writeTo(out);
        }
    }

    private Object[] cells(CustomerLine line, LocalDate today, Map<String, String> names) {
        return new Object[] {
            line.no(),
            line.name(),
            line.maskedPhone(),
            sentences.name(line.state()),
            line.grade() == null ? null : line.grade().name(),
            line.segment() == null ? null : sentences.name(line.segment()),
            sentences.name(line.channel()),
            line.owner() == null ? null : names.computeIfAbsent(line.owner(), staff::displayName),
            day(line.lastContactAt()),
            line.followUpOn(),
            sentences.name(line.follow(today)),
            line.owner() == null ? null : day(line.protectedUntil())
        };
    }

    private LocalDate day(Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, clock.getZone());
    }
}
