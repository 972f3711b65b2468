package cn.anchang.mail;

/** Where a letter is. Only the server's final no, or an address that is none, makes it fail. */
public enum LetterState {
    WAITING,
    SENT,
    FAILED,
    /** Overtaken by events: not sent. */
    SUPPRESSED
}
