package cn.anchang.salescase;

import cn.anchang.shared.Refusal;
import java.time.LocalDate;

/** How a wish for more time to sign ended (R06). */
public sealed interface ExtensionOutcome extends OverdueOutcome, RulingOutcome {

    record Extended(int days, LocalDate until) implements ExtensionOutcome {}

    /** More than the site manager may give: 挞定 is proposed, and 总经理 decides. */
    record ExtensionBeyondAuthority(int days, int daysLeft, int limit) implements ExtensionOutcome, Refusal {}

    /** More than even 总经理 may give. */
    record ExtensionBeyondLimit(int days, int daysLeft, int limit) implements ExtensionOutcome, Refusal {}

    /** So few days that the new date would already be over. */
    record ExtensionAlreadyOver(LocalDate until) implements ExtensionOutcome, Refusal {}

    /** Whoever holds the task, only this authority decides (R06, R20). */
    record NotYourAuthority(Authority needed) implements ExtensionOutcome, Refusal {}

    /** An extension needs its days. */
    record DaysMissing() implements ExtensionOutcome, Refusal {}
}
