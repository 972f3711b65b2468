package cn.anchang.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * Is asked about a letter in the transaction that hands it to the server, and told in the same transaction what became of it. Whoever
 * posts a letter that may be overtaken by events implements this.
 */
public interface LetterGuard {

    /** As in {@link Letter#guard()}. */
    String name();

    Verdict ask(UUID letter);

    /** The server took them. */
    void sent(Collection<UUID> letters);

    /** It will not be sent. @param words the server's, or why it was held back */
    void ended(UUID letter, LetterState state, String words);

    /** Whether a letter may leave. */
    sealed interface Verdict {

        record Send() implements Verdict {}

        /** What it says has changed: this is sent instead, under the same Message-ID. */
        record SendInstead(Letter letter) implements Verdict {}

        /** Never: it would be wrong by now. */
        record HoldBack(String reason) implements Verdict {}

        /** Not before this moment. */
        record NotBefore(Instant moment) implements Verdict {}
    }
}
