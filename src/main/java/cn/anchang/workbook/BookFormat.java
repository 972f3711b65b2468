package cn.anchang.workbook;

/** The two file formats of workbooks, and how many rows a sheet of each holds. */
public enum BookFormat {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 1_048_576),
    XLS("xls", "application/vnd.ms-excel", 65_536);

    private final String extension;
    private final String mediaType;
    private final int rows;

    BookFormat(String extension, String mediaType, int rows) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.rows = rows;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Headings and totals included. */
    public int rows() {
        return rows;
    }
}
