package cn.anchang.marketing;

import java.util.UUID;

/**
 * One edition of a promotion plan, as others see it.
 *
 * @param no the document's number, the same for all editions
 * @param version of the document this edition is
 */
public record PlanView(
        UUID planId,
        UUID documentId,
        UUID versionId,
        UUID projectId,
        String no,
        int version,
        PlanState state,
        PlanContent content) {}
