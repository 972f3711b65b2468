package cn.anchang.mortgage;

import cn.anchang.payment.LoanKind;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;

/** How a step of a loan file ended. */
public sealed interface MortgageOutcome {

    /** @param remindAt when whoever collects is reminded (R14) */
    record BankChosen(Instant remindAt) implements MortgageOutcome {}

    record PapersNoted(boolean complete, int missing) implements MortgageOutcome {}

    record Submitted() implements MortgageOutcome {}

    record Answered(BankAnswer answer) implements MortgageOutcome {}

    record RefusalHandled(RefusalWay way) implements MortgageOutcome {}

    /** When it is asked after the money of the first and of the last lender (R14); the same moment for a single loan. */
    record LoanSigned(Instant firstDueAt, Instant lastDueAt) implements MortgageOutcome {}

    record Released(boolean complete, Money rest) implements MortgageOutcome {}

    record BankUnknown() implements MortgageOutcome, Refusal {}

    record BankDoesNotLend(String bank, LoanKind kind) implements MortgageOutcome, Refusal {}

    record NoLoanPlanned() implements MortgageOutcome, Refusal {}

    record ApplicantsMissing() implements MortgageOutcome, Refusal {}

    record PapersChanged() implements MortgageOutcome, Refusal {}

    record LoanDayImpossible(LocalDate day, LocalDate from, LocalDate to) implements MortgageOutcome, Refusal {}

    record ApprovedAmountMissing(LoanKind kind) implements MortgageOutcome, Refusal {}

    record ApprovedTooMuch(LoanKind kind, Money approved, Money planned) implements MortgageOutcome, Refusal {}

    /** Not less than what was asked for, or nothing at all. */
    record NotLess(Money approved, Money planned) implements MortgageOutcome, Refusal {}

    record WantedMissing() implements MortgageOutcome, Refusal {}

    record AnswerReasonMissing() implements MortgageOutcome, Refusal {}

    record ReleaseTooMuch(Money amount, Money rest) implements MortgageOutcome, Refusal {}

    /** What is written down already would be enough; it waits for a second person of finance. */
    record ReleaseAwaiting(Money pending) implements MortgageOutcome, Refusal {}

    /** The ledger said no. */
    record LoanMoneyRefused(Refusal because) implements MortgageOutcome, Refusal {}
}
