package cn.anchang.customer;

import cn.anchang.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;

/** How something a consultant or the site manager wanted to do for a customer ended. */
public sealed interface CareOutcome
        permits CareOutcome.Done,
                CareOutcome.NotFollowedByYou,
                CareOutcome.NothingSaid,
                CareOutcome.NextDayByTask,
                CareOutcome.NextDayTooLate,
                CareOutcome.ChangedMeanwhile,
                CareOutcome.NotThereAnyMore,
                CareOutcome.OnlyTheSiteManager,
                CareOutcome.ConsultantMissing,
                CareOutcome.TheirsAlready,
                CareOutcome.StillProtected,
                CareOutcome.ReasonMissing,
                Unreadable {

    record Done() implements CareOutcome {}

    record NotFollowedByYou() implements CareOutcome, Refusal {}

    record NothingSaid() implements CareOutcome, Refusal {}

    /** A sale is being talked about: the day of its next talk is agreed in its task, which waits for it. */
    record NextDayByTask(String caseNo) implements CareOutcome, Refusal {}

    record NextDayTooLate(int days, LocalDate latest) implements CareOutcome, Refusal {}

    record ChangedMeanwhile() implements CareOutcome, Refusal {}

    record NotThereAnyMore() implements CareOutcome, Refusal {}

    record OnlyTheSiteManager() implements CareOutcome, Refusal {}

    record ConsultantMissing() implements CareOutcome, Refusal {}

    record TheirsAlready(String consultant) implements CareOutcome, Refusal {}

    record StillProtected(String consultant, Instant until) implements CareOutcome, Refusal {}

    record ReasonMissing() implements CareOutcome, Refusal {}
}
