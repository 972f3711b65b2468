package cn.anchang.payment;

import java.time.LocalDate;

/** So many days after an event whose day is not yet known: until it is, a line's due date is provisional. */
public record DueRule(DueEvent event, int days) {

    /** @throws IllegalArgumentException when the days are negative or more than ten years */
    public DueRule {
        if (event == null || days < 0 || days > 3650) {
            throw new IllegalArgumentException("No due rule: %s + %d days".formatted(event, days));
        }
    }

    public LocalDate dueOn(LocalDate signedOn, LocalDate handoverOn) {
        return (event == DueEvent.SIGNING ? signedOn : handoverOn).plusDays(days);
    }
}
