package cn.anchang.approval;

import java.util.UUID;

/**
 * A file beside a document, as its content names it. The hash stands in the content, so a document's fingerprint covers the bytes.
 *
 * @param sha256 of the bytes, in hexadecimal
 */
public record Attachment(UUID id, String name, long size, String sha256) {}
