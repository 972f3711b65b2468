package cn.anchang.workbook;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the log: who exported what.
 *
 * @param asked what its rows were filtered by, in words
 * @param kept whether the file is still there to be fetched
 */
public record ExportLine(
        UUID id,
        String title,
        String asked,
        BookFormat format,
        String by,
        Instant at,
        ExportState state,
        long rows,
        boolean kept) {}
