package cn.anchang.workbook;

import cn.anchang.workbook.ExportRefused.TooManyRowsForFormat;

/** The format holds no more rows. */
final class SheetFull extends RuntimeException {

    private final transient TooManyRowsForFormat why;

    SheetFull(BookFormat format) {
        super(format + " holds " + format.rows() + " rows");
        this.why = new TooManyRowsForFormat(format.extension(), format.rows());
    }

    TooManyRowsForFormat why() {
        return why;
    }
}
