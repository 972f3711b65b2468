package cn.anchang.salescase;

import cn.anchang.shared.Refusal;
import java.time.LocalDate;

/** How 办理网签备案 ended. */
public sealed interface FilingOutcome
        permits FilingOutcome.ContractFiled, FilingOutcome.FilingNoUsed, FilingOutcome.FilingDayImpossible, Declined {

    /** @param byLoan whether a lender is waited for now */
    record ContractFiled(String filingNo, boolean byLoan) implements FilingOutcome {}

    record FilingNoUsed(String filingNo, String contractNo) implements FilingOutcome, Refusal {}

    /** Before the signing, or in the future. */
    record FilingDayImpossible(LocalDate filedOn, LocalDate from, LocalDate to) implements FilingOutcome, Refusal {}
}
