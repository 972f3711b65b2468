package cn.anchang.payment;

import java.util.UUID;

/** Whose money an account holds, in the words of whoever knows the sale. */
public record AccountLabel(
        UUID account,
        String caseNo,
        UUID projectId,
        String projectName,
        String unitNo,
        String customerName,
        String consultantName) {}
