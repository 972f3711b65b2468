package cn.anchang.workbook;

import java.time.Instant;
import java.util.UUID;

/**
 * How far an export has come.
 *
 * @param rows written so far
 * @param percent 0 while nobody knows how many rows will come
 * @param bytes of the file, 0 until it is done
 * @param message why it failed, or null
 * @param instead where the same can be had as .xlsx, or null
 */
public record ExportJob(
        UUID id,
        String title,
        String filename,
        BookFormat format,
        Instant startedAt,
        ExportState state,
        long rows,
        int percent,
        long bytes,
        String message,
        String instead) {}
