package cn.anchang.salescase;

import java.util.UUID;

/**
 * Whom to write to about a sale, and how it is called there.
 *
 * @param email the customer's, or null
 * @param contractNo of the contract in force, or null before it is signed
 * @param undone whether it is decided that the sale is undone
 */
public record SaleContact(
        UUID caseId,
        String caseNo,
        UUID projectId,
        String projectName,
        String unitNo,
        String consultant,
        String customerName,
        String email,
        String contractNo,
        boolean undone) {}
