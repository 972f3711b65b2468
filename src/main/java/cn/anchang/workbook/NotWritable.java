package cn.anchang.workbook;

import cn.anchang.workbook.ExportRefused.TooManyRowsForFormat;

/** Ends an export that cannot become a file, with what its person should do instead. */
public final class NotWritable extends RuntimeException {

    private final transient ExportRefused why;

    public NotWritable(ExportRefused why) {
        super(why.toString());
        this.why = why;
    }

    NotWritable(BookFormat format) {
        this(new TooManyRowsForFormat(format.extension(), format.rows()));
    }

    ExportRefused why() {
        return why;
    }
}
