package cn.anchang.salescase;

import java.util.UUID;

/** An open sale is carried on by another consultant. */
public record SaleHandedOver(UUID caseId, String from, String to) {}
