package cn.anchang.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter as people look it up.
 *
 * @param answer what the server said last, when it did not take the letter
 */
public record LetterView(
        UUID id,
        String to,
        String subject,
        String text,
        String about,
        Instant postedAt,
        LetterState state,
        int attempts,
        Instant nextAttemptAt,
        Instant finishedAt,
        String answer) {}
