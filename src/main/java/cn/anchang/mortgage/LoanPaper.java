package cn.anchang.mortgage;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/** One paper of a loan file: who fetches it for whom, and whether it is there. */
@Embeddable
class LoanPaper {

    private String paperKey;
    private String title;
    private String applicant;

    @Enumerated(EnumType.STRING)
    private Fetcher fetches;

    private LocalDate receivedOn;
    private String note;

    protected LoanPaper() {}

    LoanPaper(String paperKey, String title, String applicant, Fetcher fetches, LocalDate receivedOn, String note) {
        this.paperKey = paperKey;
        this.title = title;
        this.applicant = applicant;
        this.fetches = fetches;
        this.receivedOn = receivedOn;
        this.note = note;
    }

    LoanPaper with(LocalDate receivedOn, String note) {
        return new LoanPaper(paperKey, title, applicant, fetches, receivedOn, note);
    }

    String paperKey() {
        return paperKey;
    }

    String title() {
        return title;
    }

    /** Empty for a paper of the sale as a whole. */
    String applicant() {
        return applicant;
    }

    Fetcher fetches() {
        return fetches;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    String note() {
        return note;
    }

    boolean isThere() {
        return receivedOn != null;
    }
}
