package cn.anchang.workbook;

import org.apache.poi.hssf.usermodel.HSSFPrintSetup;
import org.apache.poi.ss.usermodel.PrintSetup;

/** The paper a sheet is printed on: always as wide as the sheet, its headings on each page. */
public enum PrintPage {
    A4_PORTRAIT(PrintSetup.A4_PAPERSIZE, false),
    A4_LANDSCAPE(PrintSetup.A4_PAPERSIZE, true),
    A3_LANDSCAPE(PrintSetup.A3_PAPERSIZE, true);

    private final short paper;
    private final boolean landscape;

    PrintPage(short paper, boolean landscape) {
        this.paper = paper;
        this.landscape = landscape;
    }

    void set(PrintSetup setup) {
        if (setup instanceof HSSFPrintSetup old) {
            // Else readers of an .xls pass over all of it.
            old.setValidSettings(true);
        }
        setup.setPaperSize(paper);
        setup.setLandscape(landscape);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
    }
}
