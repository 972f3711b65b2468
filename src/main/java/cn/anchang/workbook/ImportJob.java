package cn.anchang.workbook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How far an import has come. It lives in the memory of one server: a restart forgets it, and then the file is uploaded again.
 *
 * @param kind e.g. {@code units}
 * @param percent of the pass that is running, or 100
 * @param rows of the file, 0 until it is known
 * @param problems the first bad rows; all of them are in the error workbook
 * @param differences what the first changed rows would change, as far as the import tells it
 * @param differing how many cells would be changed in all
 * @param notices what the person should know before deciding
 * @param message why the file was refused or the import failed, or null
 */
public record ImportJob(
        UUID id,
        String kind,
        String filename,
        String userId,
        Instant startedAt,
        ImportState state,
        int percent,
        int rows,
        int added,
        int changed,
        int unchanged,
        int bad,
        List<BadRow> problems,
        List<Difference> differences,
        int differing,
        List<String> notices,
        String message) {

    /**
     * @param row as the sheet numbers it
     * @param column its own name, whatever the sheet calls it, or null when the whole row is meant
     */
    public record BadRow(int row, String column, String reason) {}

    /** One cell before and after, {@code row} as the sheet numbers it. */
    public record Difference(int row, String column, String was, String becomes) {}

    /** Whether there is anything to write. */
    public boolean isApplicable() {
        return state == ImportState.CHECKED && added + changed > 0;
    }
}
