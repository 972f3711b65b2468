package cn.anchang.workbook;

import java.util.List;

/** How reading a workbook ended. */
public sealed interface ReadOutcome permits ReadOutcome.SheetRead, FileRefused {

    /**
     * @param headings the sheet's own headings, left to right
     * @param ignored headings no column asked for
     */
    record SheetRead(String sheet, List<String> headings, List<String> ignored, int rows) implements ReadOutcome {}
}
