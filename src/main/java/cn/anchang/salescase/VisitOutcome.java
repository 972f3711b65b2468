package cn.anchang.salescase;

import cn.anchang.shared.Refusal;
import java.util.UUID;

/** How 来访登记 ended. */
public sealed interface VisitOutcome
        permits VisitOutcome.VisitRegistered,
                VisitOutcome.ConsultantMissing,
                VisitOutcome.NotYoursToAssign,
                VisitOutcome.ProjectUnknown,
                Declined {

    /** @param joined whether the customer already had a case in negotiation, which goes on instead of a new one */
    record VisitRegistered(
            UUID caseId, String caseNo, String consultant, String maskedName, String projectName, boolean joined)
            implements VisitOutcome {}

    /** A sale belongs to a consultant, so whoever is none has to name one. */
    record ConsultantMissing() implements VisitOutcome, Refusal {}

    /** Only a site manager gives a visitor to another consultant. */
    record NotYoursToAssign() implements VisitOutcome, Refusal {}

    record ProjectUnknown() implements VisitOutcome, Refusal {}
}
