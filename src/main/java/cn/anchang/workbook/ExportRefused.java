package cn.anchang.workbook;

import cn.anchang.shared.Refusal;

/** Why a workbook is not written or not handed out. */
public sealed interface ExportRefused extends Refusal {

    /** The old format holds fewer rows than were asked for. */
    record TooManyRowsForFormat(String extension, int rows) implements ExportRefused {}

    /** No chart shows so many bars so that they can be read. */
    record TooManyBars(long bars, int most) implements ExportRefused {}

    /** Not there any more, or somebody else's. */
    record ExportUnknown() implements ExportRefused {}

    /** So many are being written that another has to wait. */
    record TooManyExports() implements ExportRefused {}
}
