package cn.anchang.approval;

/**
 * A version of a document as a workbook, written when it is fetched: what was submitted stands, so it always says the same.
 *
 * @param path where its readers, and nobody else, fetch it
 */
public record VersionWorkbook(String title, String path) {}
