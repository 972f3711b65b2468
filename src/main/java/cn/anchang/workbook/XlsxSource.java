package cn.anchang.workbook;

import cn.anchang.workbook.FileRefused.Damaged;
import cn.anchang.workbook.FileRefused.UnfoldsTooFar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** An .xlsx file, its sheets read as events. Before anything is parsed, what the file unfolds to is measured. */
final class XlsxSource implements SheetSource {

    private final OPCPackage pack;
    private final XSSFReader reader;
    private final ReadOnlySharedStringsTable strings;
    private final StylesTable styles;
    private final boolean from1904;
    private final List<String> names = new ArrayList<>();

    XlsxSource(Path file) throws IOException {
        measure(file);
        try {
            pack = OPCPackage.open(file.toFile(), PackageAccess.READ);
        } catch (OpenXML4JException e) {
            throw new FileNotReadable(new Damaged());
        }
        try {
            reader = new XSSFReader(pack);
            strings = new ReadOnlySharedStringsTable(pack, false);
            styles = reader.getStylesTable();
            from1904 = uses1904();
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext() && names.size() < Limits.SHEETS) {
                sheets.next().close();
                names.add(sheets.getSheetName());
            }
        } catch (OpenXML4JException | SAXException e) {
            pack.revert();
            throw new FileNotReadable(new Damaged());
        } catch (IOException | RuntimeException e) {
            pack.revert();
            throw e;
        }
    }

    /** Unfolds every part into nothing, and stops as soon as it is too much. */
    private static void measure(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > Limits.ZIP_ENTRIES) {
                throw new FileNotReadable(new UnfoldsTooFar());
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                long limit = limitOf(entry.getName().toLowerCase(Locale.ROOT));
                long size = 0;
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        size += read;
                        total += read;
                        if (size > limit || total > Limits.UNFOLDED_BYTES) {
                            throw new FileNotReadable(new UnfoldsTooFar());
                        }
                    }
                }
            }
        }
    }

    private static long limitOf(String part) {
        if (part.contains("/worksheets/")) {
            return Limits.UNFOLDED_BYTES;
        }
        return part.contains("sharedstrings") ? Limits.UNFOLDED_STRINGS : Limits.UNFOLDED_STYLES;
    }

    private boolean uses1904() throws IOException, OpenXML4JException, SAXException {
        boolean[] found = {false};
        try (InputStream workbook = reader.getWorkbookData()) {
            parse(workbook, new DefaultHandler() {
                @Override
                public void startElement(String uri, String local, String name, Attributes attributes) {
                    if (local.equals("workbookPr")) {
                        String value = attributes.getValue("date1904");
                        found[0] = "1".equals(value) || "true".equals(value);
                    }
                }
            });
        }
        return found[0];
    }

    @Override
    public List<String> sheets() {
        return names;
    }

    @Override
    public void read(int sheet, SheetReader target) throws IOException {
        try {
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            for (int i = 0; i < sheet; i++) {
                sheets.next().close();
            }
            try (InputStream xml = sheets.next()) {
                parse(xml, new SheetHandler(target));
            }
        } catch (SeenEnough done) {
            // The reader did not want more.
        } catch (OpenXML4JException | SAXException e) {
            throw new FileNotReadable(new Damaged());
        }
    }

    private static void parse(InputStream xml, DefaultHandler handler) throws IOException, SAXException {
        try {
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(handler);
            parser.parse(new InputSource(xml));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pack.revert();
    }

    private static final class SeenEnough extends RuntimeException {

        SeenEnough() {
            super(null, null, false, false);
        }
    }

    /** Knows elements by their local names, so that both dialects of the format are read. */
    private final class SheetHandler extends DefaultHandler {

        private final SheetReader target;
        private final StringBuilder value = new StringBuilder();
        private final StringBuilder formula = new StringBuilder();
        private List<Cell> cells = new ArrayList<>();
        private int row;
        private int column = -1;
        private String type;
        private int style;
        private boolean hasFormula;
        private boolean hasValue;
        private boolean phonetic;
        private StringBuilder collecting;

        SheetHandler(SheetReader target) {
            this.target = target;
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            switch (local) {
                case "row":
                    String number = attributes.getValue("r");
                    row = number == null ? row + 1 : Integer.parseInt(number);
                    column = -1;
                    cells = new ArrayList<>();
                    break;
                case "c":
                    String reference = attributes.getValue("r");
                    column = reference == null ? column + 1 : new CellReference(reference).getCol();
                    type = attributes.getValue("t");
                    String index = attributes.getValue("s");
                    style = index == null ? 0 : Integer.parseInt(index);
                    value.setLength(0);
                    formula.setLength(0);
                    hasFormula = false;
                    hasValue = false;
                    break;
                case "f":
                    hasFormula = true;
                    collecting = formula;
                    break;
                case "v":
                    hasValue = true;
                    collecting = value;
                    break;
                case "t":
                    // A cell that was text once may still carry it beside its number.
                    if ("inlineStr".equals(type)) {
                        hasValue = true;
                        collecting = phonetic ? null : value;
                    }
                    break;
                case "rPh":
                    phonetic = true;
                    break;
                case "mergeCell":
                    CellRangeAddress range = CellRangeAddress.valueOf(attributes.getValue("ref"));
                    target.merged(
                            range.getFirstRow(), range.getLastRow(), range.getFirstColumn(), range.getLastColumn());
                    break;
                default:
                    break;
            }
        }

        @Override
        public void characters(char[] chars, int start, int length) {
            if (collecting != null && collecting.length() <= Limits.TEXT) {
                collecting.append(chars, start, Math.min(length, Limits.TEXT + 1 - collecting.length()));
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            switch (local) {
                case "f":
                case "v":
                case "t":
                    collecting = null;
                    break;
                case "rPh":
                    phonetic = false;
                    break;
                case "c":
                    if (column >= 0 && column < Limits.COLUMNS) {
                        while (cells.size() <= column) {
                            cells.add(Cell.BLANK);
                        }
                        cells.set(column, cell());
                    }
                    break;
                case "row":
                    if (!cells.stream().allMatch(Cell::isBlank) && !target.row(row, cells)) {
                        throw new SeenEnough();
                    }
                    break;
                default:
                    break;
            }
        }

        private Cell cell() {
            if (!hasValue || value.isEmpty()) {
                return hasFormula && !"str".equals(type) ? Cell.uncalculated(formula.toString()) : Cell.BLANK;
            }
            String raw = value.toString();
            switch (type == null ? "n" : type) {
                case "s":
                    return Cell.text(
                            strings.getItemAt(Integer.parseInt(raw.strip())).getString());
                case "str":
                case "inlineStr":
                case "d":
                    return Cell.text(raw);
                case "b":
                    return Cell.text("1".equals(raw.strip()) ? "TRUE" : "FALSE");
                case "e":
                    return Cell.error(raw);
                default:
                    return number(Double.parseDouble(raw.strip()));
            }
        }

        private Cell number(double number) {
            if (!isDate()) {
                return Cell.number(number);
            }
            return Cell.date(from1904 ? number + 1462 : number);
        }

        private boolean isDate() {
            if (style >= styles.getNumCellStyles()) {
                return false;
            }
            XSSFCellStyle cellStyle = styles.getStyleAt(style);
            return DateUtil.isADateFormat(cellStyle.getDataFormat(), cellStyle.getDataFormatString());
        }
    }
}
