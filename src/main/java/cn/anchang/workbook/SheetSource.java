package cn.anchang.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The sheets of an open workbook, each readable from its top more than once, without ever being in memory whole. */
interface SheetSource extends Closeable {

    List<String> sheets();

    /** Stops early when the reader has seen enough. */
    void read(int sheet, SheetReader reader) throws IOException;

    /** What a sheet is told as it is read; rows come in order, blank ones not at all. */
    interface SheetReader {

        /**
         * @param number as the sheet shows it, from 1
         * @param cells from column A on; a gap is a blank cell
         * @return whether to go on
         */
        boolean row(int number, List<Cell> cells);

        /** Rows and columns from 0, inclusive. Merged cells come after the rows in most files. */
        void merged(int firstRow, int lastRow, int firstColumn, int lastColumn);
    }
}
