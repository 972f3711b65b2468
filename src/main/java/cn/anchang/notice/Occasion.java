package cn.anchang.notice;

/** What people are told about; each is shown in the page unless somebody wants it otherwise. */
public enum Occasion {
    /** A task came into the person's hands by somebody else's act. */
    ASSIGNED(false),
    /** The day of a task in the person's hands, or of one that nobody of the group has taken, is near. */
    DUE_SOON(true),
    BANK_REFUSED(true),
    /** An approver sent back or rejected what the person had submitted. */
    RETURNED(false),
    /** A unit the person keeps for a customer is about to be free again (R02). */
    HOLD_LAPSING(false);

    private final boolean mailedByDefault;

    Occasion(boolean mailedByDefault) {
        this.mailedByDefault = mailedByDefault;
    }

    Choice byDefault() {
        return new Choice(true, mailedByDefault);
    }

    /** Where a person wants to be told of an occasion; neither means not at all. */
    public record Choice(boolean onPage, boolean byMail) {

        boolean any() {
            return onPage || byMail;
        }
    }
}
