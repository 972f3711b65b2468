package cn.anchang.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.model.ThemesTable;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook being written, sheet by sheet, in one look. Of an .xlsx few rows are in memory at a time; an .xls is held whole, and holds
 * {@link BookFormat#rows} rows at most.
 */
public final class Book implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;
    private static final String THEME = "theme.xml";
    private static final int NAME_LENGTH = 31;

    private final BookFormat format;
    private final Workbook book;
    private final CellStyle[] styles = new CellStyle[Look.values().length * Tint.values().length * 2];
    private final Map<Object, CellStyle> others = new HashMap<>();
    private final Font[] fonts = new Font[LookFont.values().length * 2];
    private final List<SheetWriter> sheets = new ArrayList<>();

    public Book(BookFormat format) {
        this.format = format;
        this.book = format == BookFormat.XLS
                ? new HSSFWorkbook()
                : new SXSSFWorkbook(themed(new XSSFWorkbook()), ROWS_IN_MEMORY);
    }

    /** The colours that a theme's names stand for, e.g. 强调文字颜色 2; a new workbook has none. */
    private static XSSFWorkbook themed(XSSFWorkbook book) {
        book.getStylesSource().ensureThemesTable();
        ThemesTable themes = book.getTheme();
        try (InputStream theme = Book.class.getResourceAsStream(THEME)) {
            themes.readFrom(theme);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return book;
    }

    /** Another sheet, written row by row from its top; its name is made one that a sheet may have. */
    public SheetWriter sheet(String name) {
        SheetWriter sheet = new SheetWriter(this, book.createSheet(free(name)));
        sheets.add(sheet);
        return sheet;
    }

    /** Another sheet that is held whole, so that charts can be drawn of it. */
    public SheetWriter wholeSheet(String name) {
        if (!(book instanceof SXSSFWorkbook streamed)) {
            return sheet(name);
        }
        SheetWriter sheet = new SheetWriter(this, streamed.getXSSFWorkbook().createSheet(free(name)));
        sheets.add(sheet);
        return sheet;
    }

    private String free(String name) {
        String safe = WorkbookUtil.createSafeSheetName(cut(name, NAME_LENGTH));
        String free = safe;
        for (int i = 2; book.getSheetIndex(free) >= 0; i++) {
            String tail = " (" + i + ")";
            free = cut(safe, NAME_LENGTH - tail.length()) + tail;
        }
        return free;
    }

    /** So much of a text at the most, and no half of a rare character at its end. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    BookFormat format() {
        return format;
    }

    Workbook poi() {
        return book;
    }

    CellStyle style(Look look, Tint tint, boolean quoted) {
        int at = (look.ordinal() * Tint.values().length + tint.ordinal()) * 2 + (quoted ? 1 : 0);
        if (styles[at] == null) {
            styles[at] = look.in(this, tint, quoted);
        }
        return styles[at];
    }

    /** A style of a sheet's own, made once a book however many sheets wear it. */
    CellStyle style(Object key, Supplier<CellStyle> made) {
        CellStyle known = others.get(key);
        if (known == null) {
            known = made.get();
            others.put(key, known);
        }
        return known;
    }

    /** The same look, aligned as text is, for values below each other that have nothing to be added up. */
    CellStyle leftOf(CellStyle look) {
        return style(List.of("left", look.getIndex()), () -> {
            CellStyle left = book.createCellStyle();
            left.cloneStyleFrom(look);
            left.setAlignment(HorizontalAlignment.LEFT);
            return left;
        });
    }

    /** The fonts of a book are few, and it holds a few hundred at the most. */
    Font font(LookFont font, boolean bold) {
        int at = font.ordinal() * 2 + (bold ? 1 : 0);
        if (fonts[at] == null) {
            fonts[at] = font.in(book, bold);
        }
        return fonts[at];
    }

    /** Writes the file; no row can be added afterwards. */
    public void writeTo(OutputStream out) {
        try {
            sheets.forEach(SheetWriter::end);
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeTo(out);
        return out.toByteArray();
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
