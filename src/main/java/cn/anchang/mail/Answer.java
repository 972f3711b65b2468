package cn.anchang.mail;

/** What became of handing a letter over. */
sealed interface Answer {

    /** @param words the server's yes */
    record Taken(String words) implements Answer {}

    /** The server's final no (5xx): trying again would not help. */
    record Rejected(String words) implements Answer {}

    /** The address is none; no server was asked. */
    record NoAddress(String words) implements Answer {}

    /** Not now: busy, or an answer that may change. */
    record Postponed(String words) implements Answer {}

    /** No server to talk to, or it fell silent; the other letters need not be tried now. */
    record Unreachable(String words) implements Answer {}
}
