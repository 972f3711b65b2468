package cn.anchang.workbook;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** What the colour behind a cell says. */
public enum Tint {
    NONE(0xFFFFFF, IndexedColors.AUTOMATIC),
    /** The cell somebody has to mend. */
    BAD(0xFFC7CE, IndexedColors.ROSE),
    HEAD(0xD9E1F2, IndexedColors.GREY_25_PERCENT),
    TOTAL(0xF2F2F2, IndexedColors.GREY_25_PERCENT),
    PLANNED(0xEDEDED, IndexedColors.GREY_25_PERCENT),
    RUNNING(0xBDD7EE, IndexedColors.PALE_BLUE),
    DONE(0xC6E0B4, IndexedColors.LIGHT_GREEN),
    SOON(0xFFE699, IndexedColors.LIGHT_YELLOW),
    LATE(0xF8CBAD, IndexedColors.TAN);

    private final int rgb;
    private final IndexedColors nearest;

    Tint(int rgb, IndexedColors nearest) {
        this.rgb = rgb;
        this.nearest = nearest;
    }

    void fill(CellStyle style) {
        if (this == NONE) {
            return;
        }
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        if (style instanceof XSSFCellStyle xlsx) {
            xlsx.setFillForegroundColor((XSSFColor) color());
        } else {
            style.setFillForegroundColor(nearest.getIndex());
        }
    }

    Color color() {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }

    short nearest() {
        return nearest.getIndex();
    }
}
