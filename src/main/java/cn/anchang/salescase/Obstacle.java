package cn.anchang.salescase;

/** What has to be cleared with others before a change can be carried out, in words for the person who clears it. */
public record Obstacle(Kind kind, String text) {

    public enum Kind {
        /** The contract is on file with the housing bureau: the filing is revoked first. */
        FILED,
        /** A loan contract is signed or money released: it is settled with the bank first. */
        LOAN_OPEN,
        /** The buyer holds valid receipts: they come back first. */
        RECEIPTS_OUT
    }
}
