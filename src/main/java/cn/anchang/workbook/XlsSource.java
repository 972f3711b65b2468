package cn.anchang.workbook;

import cn.anchang.workbook.FileRefused.Damaged;
import cn.anchang.workbook.FileRefused.NotAWorkbook;
import cn.anchang.workbook.FileRefused.PasswordProtected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** An .xls file, read as records. Its format does not compress, so it holds no more than it is. */
final class XlsSource implements SheetSource {

    private final POIFSFileSystem files;
    private final List<String> names = new ArrayList<>();

    XlsSource(Path file) throws IOException {
        files = new POIFSFileSystem(file.toFile(), true);
        try {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new FileNotReadable(new PasswordProtected());
            }
            if (!files.getRoot().hasEntryCaseInsensitive("Workbook")) {
                throw new FileNotReadable(new NotAWorkbook());
            }
            process(new AbortableHSSFListener() {
                @Override
                public short abortableProcessRecord(Record found) {
                    if (found instanceof BoundSheetRecord sheet && names.size() < Limits.SHEETS) {
                        names.add(sheet.getSheetname());
                    }
                    return found instanceof EOFRecord ? (short) 1 : 0;
                }
            });
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private void process(AbortableHSSFListener listener) throws IOException {
        try {
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(listener);
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, files);
        } catch (EncryptedDocumentException e) {
            throw new FileNotReadable(new PasswordProtected());
        } catch (HSSFUserException e) {
            throw new FileNotReadable(new Damaged());
        }
    }

    @Override
    public List<String> sheets() {
        return names;
    }

    @Override
    public void read(int sheet, SheetReader target) throws IOException {
        SheetRecords records = new SheetRecords(sheet, target);
        process(records);
        records.endRow();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private static final class SheetRecords extends AbortableHSSFListener {

        private final int wanted;
        private final SheetReader target;
        private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(unused -> {});
        private SSTRecord strings;
        private boolean from1904;
        private int sheet = -1;
        private int depth;
        private List<Cell> cells = new ArrayList<>();
        private int row = -1;
        private FormulaRecord awaitsText;
        private boolean enough;

        SheetRecords(int wanted, SheetReader target) {
            this.wanted = wanted;
            this.target = target;
        }

        @Override
        public short abortableProcessRecord(Record found) {
            formats.processRecordInternally(found);
            if (found instanceof SSTRecord table) {
                strings = table;
            } else if (found instanceof DateWindow1904Record window) {
                from1904 = window.getWindowing() == 1;
            } else if (found instanceof BOFRecord begin) {
                depth++;
                if (depth == 1 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
                    sheet++;
                }
            } else if (found instanceof EOFRecord) {
                depth--;
                if (depth == 0 && sheet == wanted) {
                    return 1;
                }
            } else if (sheet == wanted && depth == 1) {
                content(found);
            }
            return enough ? (short) 1 : 0;
        }

        private void content(Record found) {
            if (found instanceof MergeCellsRecord merged) {
                for (int i = 0; i < merged.getNumAreas(); i++) {
                    CellRangeAddress range = merged.getAreaAt(i);
                    target.merged(
                            range.getFirstRow(), range.getLastRow(), range.getFirstColumn(), range.getLastColumn());
                }
            } else if (found instanceof StringRecord text && awaitsText != null) {
                put(awaitsText, Cell.text(text.getString()));
                awaitsText = null;
            } else if (found instanceof LabelSSTRecord label) {
                put(label, Cell.text(strings.getString(label.getSSTIndex()).getString()));
            } else if (found instanceof LabelRecord label) {
                put(label, Cell.text(label.getValue()));
            } else if (found instanceof NumberRecord number) {
                put(number, number(number, number.getValue()));
            } else if (found instanceof BoolErrRecord value) {
                put(
                        value,
                        value.isError()
                                ? Cell.error(FormulaError.forInt(value.getErrorValue())
                                        .getString())
                                : Cell.text(value.getBooleanValue() ? "TRUE" : "FALSE"));
            } else if (found instanceof FormulaRecord formula) {
                formula(formula);
            }
        }

        private void formula(FormulaRecord formula) {
            CellType type = formula.getCachedResultTypeEnum();
            if (formula.hasCachedResultString()) {
                awaitsText = formula;
            } else if (type == CellType.ERROR) {
                put(
                        formula,
                        Cell.error(FormulaError.forInt(formula.getCachedErrorValue())
                                .getString()));
            } else if (type == CellType.BOOLEAN) {
                put(formula, Cell.text(formula.getCachedBooleanValue() ? "TRUE" : "FALSE"));
            } else {
                put(formula, number(formula, formula.getValue()));
            }
        }

        private Cell number(CellValueRecordInterface at, double value) {
            int format = formats.getFormatIndex(at);
            String code = formats.getFormatString(at);
            boolean isDate = code != null && DateUtil.isADateFormat(format, code);
            return isDate ? Cell.date(from1904 ? value + 1462 : value) : Cell.number(value);
        }

        private void put(CellValueRecordInterface at, Cell cell) {
            if (at.getRow() != row) {
                endRow();
                row = at.getRow();
            }
            if (at.getColumn() < Limits.COLUMNS) {
                while (cells.size() <= at.getColumn()) {
                    cells.add(Cell.BLANK);
                }
                cells.set(at.getColumn(), cell);
            }
        }

        void endRow() {
            List<Cell> finished = cells;
            cells = new ArrayList<>();
            if (!enough && !finished.stream().allMatch(Cell::isBlank)) {
                enough = !target.row(row + 1, finished);
            }
        }
    }
}
