package cn.anchang.approval.web;

import cn.anchang.approval.DocumentView;
import cn.anchang.approval.Part;
import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Table;
import cn.anchang.approval.Revision;
import cn.anchang.approval.Section;
import cn.anchang.approval.Signature;
import cn.anchang.approval.VersionView;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Book;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Exports.Counter;
import cn.anchang.workbook.Percent;
import cn.anchang.workbook.PrintPage;
import cn.anchang.workbook.SheetWriter;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A controlled document as a workbook: its control block, its content with numbers as numbers, and on another sheet its 修订记录. So do
 * reports, stage summaries, promotion plans and price lists leave the screen.
 */
@Component
class DocumentWorkbook {

    private static final int WIDTH = 6;
    private static final int COLUMN = 18;

    /** Of Latin width; a Chinese one is twice as wide. */
    private static final int CHARACTERS_A_LINE = COLUMN * (WIDTH - 1) - 4;

    private static final int LINE_POINTS = 15;

    /** A row higher than 409 points is cut when it is shown and printed: longer texts go on in further rows. */
    private static final int LINES_A_ROW = 25;

    private static final Pattern MONEY = Pattern.compile("-?\\d{1,3}(,\\d{3})*\\.\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,2}(,?\\d{3}){0,3})");
    private static final Pattern PERCENT = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?%");
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:年|-)(\\d{1,2})(?:月|-)(\\d{1,2})日?");

    private static final List<String> DASHES = List.of("-", "–", "—", "／");
    private static final int REVISION_COLUMN = 40;

    /** A label that tells its unit: 推广预算（元）, 来访目标（组）. */
    private static final Pattern QUANTITY = Pattern.compile(".*[（(][^）)]{1,4}[）)]");

    /** Digits in such a column name something and are no quantity. */
    private static final Pattern NAMES = Pattern.compile(".*(号|编码|电话|手机|房源|单元|楼栋)$");

    private final DocumentWords words;
    private final Sentences sentences;

    DocumentWorkbook(DocumentWords words, Sentences sentences) {
        this.words = words;
        this.sentences = sentences;
    }

    /** @param note what is shown, for whom and when */
    void write(DocumentView document, VersionView version, String note, OutputStream out, Counter counter) {
        try (Book book = new Book(BookFormat.XLSX)) {
            content(book, document, version, note, counter);
            revisions(book, document, counter);
            book.writeTo(out);
        }
    }

    private void content(Book book, DocumentView document, VersionView version, String note, Counter counter) {
        int width = width(version);
        int[] columns = new int[width];
        Arrays.fill(columns, COLUMN);
        SheetWriter sheet = book.sheet(words.kind(document.kind()))
                .widths(columns)
                .printed(PrintPage.A4_PORTRAIT)
                .title(document.title(), width)
                .note(
                        sentences.text(
                                "documents.sheet.version", document.no(), version.version(), words.of(version.state())),
                        width)
                .note(note, width);
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
                date(prepared),
                words.by(reviewed),
                date(reviewed),
                words.by(approved),
                date(approved));
        for (Section section : version.sections()) {
            sheet.blank().section(section.title(), width);
            for (Part part : section.parts()) {
                if (part instanceof Field field) {
                    labelled(sheet, field, width, counter);
                } else if (part instanceof Table table) {
                    table(sheet, table, width, counter);
                }
            }
        }
    }

    /** As many columns as the widest table has. */
    private static int width(VersionView version) {
        return version.sections().stream()
                .flatMap(section -> section.parts().stream())
                .mapToInt(part -> part instanceof Table table ? table.columns().size() : WIDTH)
                .reduce(WIDTH, Math::max);
    }

    private static void labelled(SheetWriter sheet, Field field, int width, Counter counter) {
        String label = field.label();
        Object value = value(field.text(), QUANTITY.matcher(label).matches() && isNumber(field.text()));
        if (!(value instanceof String)) {
            counter.row();
            sheet.labelled(label, value, width);
            return;
        }
        for (String piece : pieces(field.text())) {
            counter.row();
            sheet.labelled(label, piece, width, lines(piece, CHARACTERS_A_LINE) * LINE_POINTS);
            label = "";
        }
    }

    private void table(SheetWriter sheet, Table table, int width, Counter counter) {
        if (table.label() != null && !table.label().isBlank()) {
            sheet.note(table.label(), width);
        }
        sheet.plainHeadings(table.columns());
        if (table.lines().isEmpty()) {
            sheet.row(sentences.text("documents.sheet.none"));
        }
        List<Boolean> numeric = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            numeric.add(holdsNumbers(table, i));
        }
        for (Part.Line line : table.lines()) {
            counter.row();
            Object[] values = new Object[line.cells().size()];
            int most = 1;
            for (int i = 0; i < values.length; i++) {
                String text = line.cells().get(i);
                values[i] = value(text, i < numeric.size() && numeric.get(i));
                most = values[i] instanceof String ? Math.max(most, lines(text, COLUMN)) : most;
            }
            sheet.tall(Math.min(most, LINES_A_ROW) * LINE_POINTS + 1, values);
        }
    }

    private static boolean holdsNumbers(Table table, int column) {
        return !NAMES.matcher(table.columns().get(column)).matches()
                && table.lines().stream()
                        .filter(line -> column < line.cells().size())
                        .map(line -> line.cells().get(column))
                        .filter(text -> !text.isBlank() && !DASHES.contains(text))
                        .allMatch(DocumentWorkbook::isNumber);
    }

    private static boolean isNumber(String text) {
        return Stream.of(MONEY, WHOLE, PERCENT)
                .anyMatch(kind -> kind.matcher(text).matches());
    }

    private void revisions(Book book, DocumentView document, Counter counter) {
        SheetWriter sheet = book.sheet(sentences.text("documents.sheet.revisions"))
                .widths(8, 18, 12, REVISION_COLUMN, 12, 12, 12, REVISION_COLUMN)
                .printed(PrintPage.A4_LANDSCAPE)
                .title(sentences.text("documents.sheet.revisions"), 8)
                .headings(List.of(sentences.text("documents.sheet.columns").split(" ")));
        for (Revision revision : document.revisions()) {
            counter.row();
            String changed = Objects.toString(revision.changed(), "");
            String comment = Objects.toString(revision.comment(), "");
            int most = Math.max(lines(changed, REVISION_COLUMN), lines(comment, REVISION_COLUMN));
            sheet.tall(
                    Math.min(most, LINES_A_ROW) * LINE_POINTS + 1,
                    revision.version(),
                    words.moment(revision.at()),
                    words.of(revision.state()),
                    changed,
                    person(revision.by()),
                    person(revision.reviewedBy()),
                    person(revision.approvedBy()),
                    comment);
        }
    }

    private String person(String userId) {
        return userId == null ? null : words.person(userId);
    }

    private LocalDate date(Signature signature) {
        return signature == null ? null : words.date(signature.at());
    }

    /** The lines a text takes in a column of so many Latin characters. */
    private static int lines(String text, int characters) {
        return Math.max(
                1,
                text.lines()
                        .mapToInt(line -> Math.max(1, (width(line) + characters - 1) / characters))
                        .sum());
    }

    private static int width(String text) {
        return text.codePoints().map(DocumentWorkbook::width).sum();
    }

    private static int width(int sign) {
        return sign < 0x2E80 ? 1 : 2;
    }

    /** A text in parts that a row holds each. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int line = 1;
        int filled = 0;
        for (int sign : text.codePoints().toArray()) {
            filled += width(sign);
            if (sign == '\n' || filled > CHARACTERS_A_LINE) {
                line++;
                filled = sign == '\n' ? 0 : width(sign);
            }
            if (line > LINES_A_ROW) {
                pieces.add(piece.toString());
                piece.setLength(0);
                line = 1;
            }
            if (sign != '\n' || piece.length() > 0) {
                piece.appendCodePoint(sign);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** What reads as a day is written as one; likewise, in a column of such, money, percents and whole numbers. */
    private static Object value(String text, boolean isNumber) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return day(day, text);
        } else if (!isNumber || text.isBlank() || DASHES.contains(text)) {
            return text;
        } else if (MONEY.matcher(text).matches()) {
            BigDecimal amount = new BigDecimal(text.replace(",", ""));
            return amount.signum() < 0 ? amount : Money.of(amount);
        }
        return PERCENT.matcher(text).matches()
                ? new Percent(new BigDecimal(text.substring(0, text.length() - 1)))
                : Long.valueOf(text.replace(",", ""));
    }

    private static Object day(Matcher day, String text) {
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
