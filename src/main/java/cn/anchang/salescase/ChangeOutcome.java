package cn.anchang.salescase;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.util.List;

/** How carrying out an approved change ended. */
public sealed interface ChangeOutcome
        permits ChangeOutcome.Changed,
                ChangeOutcome.SaleMovedOn,
                ChangeOutcome.NotClearedYet,
                ChangeOutcome.PlanNoLongerFits,
                ChangeOutcome.NothingChanges,
                ChangeOutcome.UnitDelivered,
                ChangeOutcome.OtherProject,
                Declined {

    /** @param text what was done, in a sentence for the change order */
    record Changed(String text) implements ChangeOutcome {}

    /** The sale is where this cannot be done any more, or not yet. */
    record SaleMovedOn(ChangeKind kind, String stage) implements ChangeOutcome, Refusal {}

    /** @param obstacles what has to be cleared first */
    record NotClearedYet(List<String> obstacles) implements ChangeOutcome, Refusal {}

    /** The plan was drawn up for another price or other money than there is now. */
    record PlanNoLongerFits(Money price, Money sum) implements ChangeOutcome, Refusal {}

    /** What was asked for is so already. */
    record NothingChanges(ChangeKind kind) implements ChangeOutcome, Refusal {}

    /** The buyer has the keys: it is no longer ours to sell. */
    record UnitDelivered(String unitNo) implements ChangeOutcome, Refusal {}

    /** Receipts are numbered by project, so money moves along within one project only. */
    record OtherProject(String projectName) implements ChangeOutcome, Refusal {}
}
