package cn.anchang.workbook;

import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Workbook;

/** The fonts of our sheets: 宋体, and 华文楷体 for schedules; sizes in points. */
enum LookFont {
    NOTE("宋体", 9),
    BODY("宋体", 10),
    TITLE("宋体", 14),
    SCHEDULE("华文楷体", 12),
    SCHEDULE_TITLE("华文楷体", 16);

    private final String name;
    private final int points;

    LookFont(String name, int points) {
        this.name = name;
        this.points = points;
    }

    Font in(Workbook book, boolean bold) {
        Font font = book.createFont();
        font.setFontName(name);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        return font;
    }
}
