package cn.anchang.salescase;

import java.util.UUID;

/** Facts about a sale that its running process hears of although no task is open for them. */
public interface SalesCaseProcess {

    /** The customer came by themselves: a follow-up that waits for its day waits no longer. Otherwise nothing happens. */
    void customerReturned(UUID caseId);

    /** More time to sign was approved: every clock that runs towards the old day runs towards the new one, and nobody decides about the old. */
    void signingExtended(UUID caseId, SigningClock clock);

    /**
     * The contract is to be signed, anew or under other conditions: signing begins again.
     *
     * @throws IllegalStateException when the sale cannot go back there any more
     */
    void mustSignAnew(UUID caseId, SigningStart start);

    /**
     * The buyer pays another way than by the loan that is under way: signing begins again as soon as the loan's own process ends. Only
     * what it will begin with is told here.
     */
    void termsChanged(UUID caseId, SigningStart start);

    /**
     * The sale is undone, wherever it is.
     *
     * @throws IllegalStateException when the sale is over
     */
    void withdrawalApproved(UUID caseId, UndoKind kind);

    /** Everything due by signing is in: the open task 收取首期或全款 is completed as whoever is acting. Without one nothing happens. */
    void firstMoneyComplete(UUID caseId);
}
