package cn.anchang.workbook;

/** How much of a file we are willing to read. Generous for people, too little for an attack. */
final class Limits {

    static final int FILE_MEGABYTES = 20;
    static final int ROWS = 100_000;
    static final int COLUMNS = 200;
    static final int MERGED_CELLS = 20_000;
    static final int HEADING_WITHIN_ROWS = 20;
    static final int SHEETS = 10;
    static final int TEXT = 4_000;

    static final int ZIP_ENTRIES = 2_000;
    static final long UNFOLDED_BYTES = 300L << 20;
    static final long UNFOLDED_STRINGS = 64L << 20;
    static final long UNFOLDED_STYLES = 8L << 20;

    private Limits() {}
}
