package cn.anchang.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A letter on its way. Its Message-ID is fixed when it is posted, so that even a letter sent twice is recognised as one. */
@Entity
@Table(name = "letters")
class PostedLetter {

    private static final int ANSWER_LENGTH = 500;

    @Id
    private UUID id;

    private String messageId;
    private String recipient;
    private String subject;

    @Column(name = "body")
    private String text;

    private String about;
    private Instant postedAt;

    @Enumerated(EnumType.STRING)
    private LetterState state;

    private int attempts;
    private Instant nextAttemptAt;
    private Instant finishedAt;
    private String answer;

    @Version
    private Long version;

    protected PostedLetter() {}

    PostedLetter(Letter letter, String domain, Instant now) {
        this.id = UUID.randomUUID();
        this.messageId = "<" + id + "@" + domain + ">";
        this.recipient = letter.to();
        this.subject = letter.subject();
        this.text = letter.text();
        this.about = letter.about();
        this.postedAt = now;
        this.state = LetterState.WAITING;
        this.nextAttemptAt = now;
    }

    void sent(Instant now) {
        attempts++;
        state = LetterState.SENT;
        finishedAt = now;
        answer = null;
    }

    void failed(String answer, Instant now) {
        attempts++;
        state = LetterState.FAILED;
        finishedAt = now;
        this.answer = shortened(answer);
    }

    /** Tried in vain: waits twice as long as the last time, at most {@code longest}. */
    void delayed(String answer, Duration first, Duration longest, Instant now) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts, 20));
        attempts++;
        nextAttemptAt = now.plus(pause.compareTo(longest) < 0 ? pause : longest);
        this.answer = shortened(answer);
    }

    private static String shortened(String answer) {
        String text = answer == null ? "" : answer.strip();
        return text.length() > ANSWER_LENGTH ? text.substring(0, ANSWER_LENGTH) : text;
    }

    UUID id() {
        return id;
    }

    String messageId() {
        return messageId;
    }

    String recipient() {
        return recipient;
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    LetterState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    String answer() {
        return answer;
    }

    LetterView view() {
        return new LetterView(
                id, recipient, subject, text, about, postedAt, state, attempts, nextAttemptAt, finishedAt, answer);
    }
}
