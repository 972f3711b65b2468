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
import org.hibernate.annotations.DynamicUpdate;

/**
 * A letter on its way. Its Message-ID is fixed when it is posted, so that even a letter sent twice is recognised as one.
 * Only what changes is written: its text stays where it is when it is sent.
 */
@Entity
@DynamicUpdate
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

    private String html;
    private String cc;
    private String about;
    private String template;
    private String guard;
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

    PostedLetter(UUID id, Letter letter, String domain, Instant now) {
        this.id = id;
        this.messageId = "<" + id + "@" + domain + ">";
        this.recipient = letter.to();
        this.cc = letter.cc();
        this.about = letter.about();
        this.guard = letter.guard();
        write(letter);
        this.postedAt = now;
        this.state = LetterState.WAITING;
        this.nextAttemptAt = now;
    }

    private void write(Letter letter) {
        this.subject = letter.subject();
        this.text = letter.text();
        this.html = letter.html();
        this.template = letter.template();
    }

    /** What it says has changed since it was posted. Whom it goes to and its Message-ID stay. */
    void rewritten(Letter letter) {
        write(letter);
    }

    /** @param answer the server's yes */
    void sent(String answer, Instant now) {
        attempts++;
        state = LetterState.SENT;
        finishedAt = now;
        this.answer = shortened(answer);
    }

    /** It is not handed to the server any more. */
    void heldBack(String reason, Instant now) {
        state = LetterState.SUPPRESSED;
        finishedAt = now;
        answer = shortened(reason);
    }

    void notBefore(Instant moment) {
        nextAttemptAt = moment;
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

    String cc() {
        return cc;
    }

    /** Null for a letter of plain text. */
    String html() {
        return html;
    }

    /** Who is asked before it leaves; null when nobody is. */
    String guard() {
        return guard;
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
                id,
                messageId,
                recipient,
                cc,
                subject,
                text,
                html,
                about,
                template,
                postedAt,
                state,
                attempts,
                nextAttemptAt,
                finishedAt,
                answer);
    }
}
