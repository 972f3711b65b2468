package cn.anchang.approval.web;

import cn.anchang.approval.DocumentView;
import cn.anchang.approval.Part;
import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Table;
import cn.anchang.approval.Section;
import cn.anchang.approval.Signature;
import cn.anchang.approval.VersionView;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Book;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.PrintPage;
import cn.anchang.workbook.SheetWriter;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * A controlled document as a workbook: its control block, its content with numbers as numbers, and on another sheet its 修订记录. So do
 * reports, stage summaries, promotion plans and price lists leave the screen.
 */
@Component
class DocumentWorkbook {

    private static final int WIDTH = 6;
    private static final int COLUMN = 18;
    private static final int CHARACTERS_A_LINE = 85;
    private static final int LINE_POINTS = 15;
    private static final int MOST_POINTS = 400;
    private static final Pattern MONEY = Pattern.compile("-?\\d{1,3}(,\\d{3})*\\.\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");

    private final DocumentWords words;
    private final Sentences sentences;

    DocumentWorkbook(DocumentWords words, Sentences sentences) {
        this.words = words;
        this.sentences = sentences;
    }

    /** @param note what is shown, for whom and when */
    void write(DocumentView document, VersionView version, String note, OutputStream out) {
        try (Book book = new Book(BookFormat.XLSX)) {
            content(book, document, version, note);
            revisions(book, document);
            book.writeTo(out);
        }
    }

    private void content(Book book, DocumentView document, VersionView version, String note) {
        SheetWriter sheet = book.sheet(words.kind(document.kind()))
                .widths(COLUMN, COLUMN, COLUMN, COLUMN, COLUMN, COLUMN)
                .printed(PrintPage.A4_PORTRAIT)
                .title(document.title(), WIDTH)
                .note(
                        sentences.text(
                                "documents.sheet.version", document.no(), version.version(), words.of(version.state())),
                        WIDTH)
                .note(note, WIDTH);
        sheet.plainHeadings(List.of(
                sentences.text("documents.sheet.prepared"),
                sentences.text("documents.sheet.on"),
                sentences.text("documents.sheet.reviewed"),
                sentences.text("documents.sheet.on"),
                sentences.text("documents.sheet.approved"),
                sentences.text("documents.sheet.on")));
        Signature prepared = version.control().prepared();
        Signature reviewed = version.control().reviewed();
        Signature approved = version.control().approved();
        sheet.row(
                words.by(prepared),
                words.on(prepared),
                words.by(reviewed),
                words.on(reviewed),
                words.by(approved),
                words.on(approved));
        for (Section section : version.sections()) {
            sheet.blank().section(section.title(), WIDTH);
            for (Part part : section.parts()) {
                if (part instanceof Field field) {
                    sheet.labelled(field.label(), field.text(), WIDTH, height(field.text()));
                } else if (part instanceof Table table) {
                    table(sheet, table);
                }
            }
        }
    }

    private void table(SheetWriter sheet, Table table) {
        if (table.label() != null && !table.label().isBlank()) {
            sheet.note(table.label(), WIDTH);
        }
        sheet.plainHeadings(table.columns());
        for (Part.Line line : table.lines()) {
            sheet.row(line.cells().stream().map(DocumentWorkbook::value).toArray());
        }
    }

    private void revisions(Book book, DocumentView document) {
        SheetWriter sheet = book.sheet(sentences.text("documents.sheet.revisions"))
                .widths(8, 22, 12, 40, 12, 12, 12, 40)
                .printed(PrintPage.A4_LANDSCAPE)
                .title(sentences.text("documents.sheet.revisions"), 8)
                .headings(List.of(sentences.text("documents.sheet.columns").split(" ")));
        document.revisions()
                .forEach(revision -> sheet.row(
                        revision.version(),
                        words.of(revision.at()),
                        words.of(revision.state()),
                        revision.changed(),
                        person(revision.by()),
                        person(revision.reviewedBy()),
                        person(revision.approvedBy()),
                        revision.comment()));
    }

    private String person(String userId) {
        return userId == null ? null : words.person(userId);
    }

    private static int height(String text) {
        long lines = text.lines()
                .mapToLong(line -> 1 + line.codePointCount(0, line.length()) * 2L / CHARACTERS_A_LINE)
                .sum();
        return (int) Math.min(MOST_POINTS, Math.max(1, lines) * LINE_POINTS);
    }

    /** What reads as money or as a whole number is written as one. */
    private static Object value(String text) {
        if (MONEY.matcher(text).matches()) {
            BigDecimal amount = new BigDecimal(text.replace(",", ""));
            return amount.signum() < 0 ? amount : Money.of(amount);
        }
        return WHOLE.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
    }
}
