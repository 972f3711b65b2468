package cn.anchang.mortgage;

import cn.anchang.payment.LoanKind;
import cn.anchang.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A loan file as it is read. */
public record MortgageView(
        MortgageState state,
        String bank,
        String contact,
        String applicants,
        LocalDate papersBy,
        LocalDate submittedOn,
        LocalDate decidedOn,
        String contractNo,
        LocalDate contractOn,
        LocalDate releasedOn,
        boolean openAtTheBank,
        List<Part> parts,
        List<Paper> papers,
        List<Note> notes) {

    /** @param approved null until the bank has decided */
    public record Part(LoanKind kind, Money planned, Money approved) {}

    public record Paper(
            String key, String title, String applicant, Fetcher fetches, LocalDate receivedOn, String note) {}

    public record Note(Instant at, String by, String text) {}

    public long missing() {
        return papers.stream().filter(paper -> paper.receivedOn() == null).count();
    }
}
