package cn.anchang.report;

import cn.anchang.customer.Grade;
import cn.anchang.salescase.Stage;
import java.util.UUID;

/**
 * Which sales are looked at; null asks for all.
 *
 * @param stage one that is under way
 * @param text part of a customer's name, a unit or a case number
 */
public record ProgressFilter(
        UUID project, String building, String consultant, Grade grade, Stage stage, Risk risk, String text) {

    public ProgressFilter {
        building = blankless(building);
        consultant = blankless(consultant);
        text = blankless(text);
    }

    private static String blankless(String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    /** The same, of one consultant's customers only. */
    public ProgressFilter ofConsultant(String userId) {
        return new ProgressFilter(project, building, userId, grade, stage, risk, text);
    }
}
