package cn.anchang.collection;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Which instalments are looked at; null asks for all.
 *
 * @param closed the projects nobody is to see here
 * @param text part of a customer's name, a unit, contract or case number
 * @param age of what is not paid
 */
public record TrackingFilter(
        UUID project,
        String consultant,
        TrackingStatus status,
        LocalDate dueFrom,
        LocalDate dueTo,
        String text,
        Age age,
        Set<UUID> closed) {

    public TrackingFilter {
        consultant = consultant == null || consultant.isBlank() ? null : consultant.strip();
        text = text == null || text.isBlank() ? null : text.strip();
    }

    public TrackingFilter(
            UUID project, String consultant, TrackingStatus status, LocalDate dueFrom, LocalDate dueTo, String text) {
        this(project, consultant, status, dueFrom, dueTo, text, null, Set.of());
    }

    /** The same, of one consultant's customers only. */
    public TrackingFilter ofConsultant(String userId) {
        return new TrackingFilter(project, userId, status, dueFrom, dueTo, text, age, closed);
    }

    /** The same, but for the rows of these projects. */
    public TrackingFilter without(Set<UUID> projects) {
        return new TrackingFilter(project, consultant, status, dueFrom, dueTo, text, age, projects);
    }

    /** The same, of this age only; null for any. */
    public TrackingFilter aged(Age wanted) {
        return new TrackingFilter(project, consultant, status, dueFrom, dueTo, text, wanted, closed);
    }
}
