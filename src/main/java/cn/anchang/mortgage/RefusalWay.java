package cn.anchang.mortgage;

/** How a sale goes on when the bank has refused. */
public enum RefusalWay {
    ANOTHER_BANK,
    OTHER_TERMS,
    UNDO
}
