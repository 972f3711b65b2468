package cn.anchang.mortgage;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What happened to a loan file, when and by whom. */
@Embeddable
class LoanNote {

    private Instant notedAt;
    private String notedBy;
    private String text;

    protected LoanNote() {}

    LoanNote(Instant notedAt, String notedBy, String text) {
        this.notedAt = notedAt;
        this.notedBy = notedBy;
        this.text = text;
    }

    Instant notedAt() {
        return notedAt;
    }

    String notedBy() {
        return notedBy;
    }

    String text() {
        return text;
    }
}
