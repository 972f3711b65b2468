package cn.anchang.approval;

/**
 * What a document came from or led to.
 *
 * @param url where to read it, or null
 */
public record Trace(String label, String text, String url) {}
