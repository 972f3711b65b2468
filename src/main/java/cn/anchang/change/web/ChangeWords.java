package cn.anchang.change.web;

import cn.anchang.change.ChangeContent;
import cn.anchang.change.ChangeState;
import cn.anchang.change.ChangeViews.ChangeLine;
import cn.anchang.organization.Staff;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.shared.Sentences;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The words of the pages 变更. */
@Component
class ChangeWords {

    private final Staff staff;
    private final Sentences sentences;

    ChangeWords(Staff staff, Sentences sentences) {
        this.staff = staff;
        this.sentences = sentences;
    }

    public String of(Object value) {
        return sentences.shown(value);
    }

    public String person(String userId) {
        return userId == null ? "" : staff.displayName(userId);
    }

    public String tone(ChangeState state) {
        return switch (state) {
            case EXECUTED -> "good";
            case REJECTED, FAILED -> "bad";
            case IN_APPROVAL, APPROVED -> "warn";
            case DRAFT, ABANDONED -> "";
        };
    }

    public String outcome(ChangeLine line) {
        return line.ending() == null ? of(line.state()) : line.ending();
    }

    /** Whether this person may ask for changes at all. */
    boolean asks(String person) {
        return staff.isInAnyOf(person, ChangeApi.ASKERS);
    }

    @SuppressWarnings("unchecked")
    List<ChangeContent.Line> planOf(Map<String, Object> proposed) {
        return (List<ChangeContent.Line>) proposed.getOrDefault("plan", List.of());
    }

    /** A request nobody has typed yet: what was proposed. */
    ChangeRequest suggested(UUID caseId, ChangeKind kind, Map<String, Object> proposed) {
        List<ChangeContent.Line> plan = planOf(proposed);
        return new ChangeRequest(
                caseId,
                kind,
                text(proposed.get("days")),
                text(proposed.get("line")),
                text(proposed.get("dueOn")),
                plan.stream().map(ChangeContent.Line::key).toList(),
                plan.stream().map(ChangeContent.Line::kind).toList(),
                plan.stream().map(line -> line.amount().formatted()).toList(),
                plan.stream()
                        .map(ChangeContent.Line::dueOn)
                        .map(LocalDate::toString)
                        .toList(),
                false,
                sentences.text("change.reason." + kind));
    }

    public String name(InstalmentKind kind) {
        return sentences.name(kind);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
