package cn.anchang.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter as people look it up.
 *
 * @param answer what the server said last, or why it was held back
 */
public record LetterView(
        UUID id,
        String messageId,
        String to,
        String cc,
        String subject,
        String text,
        String html,
        String about,
        String template,
        Instant postedAt,
        LetterState state,
        int attempts,
        Instant nextAttemptAt,
        Instant finishedAt,
        String answer) {}
