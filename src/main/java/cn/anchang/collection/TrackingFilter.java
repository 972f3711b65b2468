package cn.anchang.collection;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which instalments are looked at; null asks for all.
 *
 * @param text part of a customer's name, a unit, contract or case number
 */
public record TrackingFilter(
        UUID project, String consultant, TrackingStatus status, LocalDate dueFrom, LocalDate dueTo, String text) {

    public TrackingFilter {
        consultant = consultant == null || consultant.isBlank() ? null : consultant.strip();
        text = text == null || text.isBlank() ? null : text.strip();
    }

    /** The same, of one consultant's customers only. */
    public TrackingFilter ofConsultant(String userId) {
        return new TrackingFilter(project, userId, status, dueFrom, dueTo, text);
    }
}
