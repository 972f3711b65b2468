package cn.anchang.mortgage;

import java.util.UUID;

/** Facts about a loan file that its running process hears of although no task is open for them. */
public interface MortgageProcess {

    /** The buyer pays another way: the loan's process ends. Otherwise nothing happens. */
    void termsChanged(UUID caseId);

    /** The last of the lenders' money is in: the open task 登记放款 is completed as whoever is acting. Otherwise nothing happens. */
    void loanMoneyComplete(UUID caseId);

    /** What was asked for after a refusal came to nothing: somebody decides anew. Otherwise nothing happens. */
    void requestEnded(UUID caseId);
}
