package cn.anchang.report;

import cn.anchang.customer.Grade;
import cn.anchang.salescase.Stage;
import java.util.Set;
import java.util.UUID;

/**
 * Which sales are looked at; null asks for all.
 *
 * @param closed the projects nobody is to see here
 * @param stage one that is under way
 * @param text part of a customer's name, a unit or a case number
 */
public record ProgressFilter(
        UUID project,
        String building,
        String consultant,
        Grade grade,
        Stage stage,
        Risk risk,
        String text,
        Set<UUID> closed) {

    public ProgressFilter {
        building = blankless(building);
        consultant = blankless(consultant);
        text = blankless(text);
    }

    public ProgressFilter(
            UUID project, String building, String consultant, Grade grade, Stage stage, Risk risk, String text) {
        this(project, building, consultant, grade, stage, risk, text, Set.of());
    }

    private static String blankless(String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    /** The same, of one consultant's customers only. */
    public ProgressFilter ofConsultant(String userId) {
        return new ProgressFilter(project, building, userId, grade, stage, risk, text, closed);
    }

    /** The same, but for the sales of these projects. */
    public ProgressFilter without(Set<UUID> projects) {
        return new ProgressFilter(project, building, consultant, grade, stage, risk, text, projects);
    }
}
