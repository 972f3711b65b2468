package cn.anchang.salescase;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.util.List;

/** How closing a sale ended. */
public sealed interface ClosingOutcome
        permits ClosingOutcome.SaleCompleted,
                ClosingOutcome.MoneyStillOpen,
                ClosingOutcome.MoneyToReturn,
                ClosingOutcome.MoneyAwaiting,
                ClosingOutcome.TasksStillOpen,
                ClosingOutcome.MattersStillOpen,
                ClosingOutcome.StagesStillOpen,
                ClosingOutcome.QuestionsOpen {

    record SaleCompleted(String caseNo) implements ClosingOutcome {}

    /** @param lines which instalments, each with its rest */
    record MoneyStillOpen(List<String> lines, Money rest) implements ClosingOutcome, Refusal {}

    /** The buyer paid more than the price. */
    record MoneyToReturn(Money surplus) implements ClosingOutcome, Refusal {}

    /** Money is written down and waits for a second person of finance. */
    record MoneyAwaiting(Money pending) implements ClosingOutcome, Refusal {}

    record TasksStillOpen(List<String> tasks) implements ClosingOutcome, Refusal {}

    /** @param matters what is under way about the sale besides its own process */
    record MattersStillOpen(List<String> matters) implements ClosingOutcome, Refusal {}

    record StagesStillOpen(List<Stage> stages) implements ClosingOutcome, Refusal {}

    record QuestionsOpen(List<String> titles) implements ClosingOutcome, Refusal {}
}
