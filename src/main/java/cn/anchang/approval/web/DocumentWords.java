package cn.anchang.approval.web;

import cn.anchang.approval.Change;
import cn.anchang.approval.Decision;
import cn.anchang.approval.MatterState;
import cn.anchang.approval.MatterView;
import cn.anchang.approval.Part;
import cn.anchang.approval.ProjectNames;
import cn.anchang.approval.Signature;
import cn.anchang.approval.VersionState;
import cn.anchang.approval.VersionView;
import cn.anchang.organization.Departments;
import cn.anchang.organization.Departments.StaffGroup;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Documents as people read them, on the card and on the pages; templates call it instead of formatting by themselves. */
@Component("documentWords")
class DocumentWords {

    private static final String NUMBER = "[-+]?[\\d,]*\\d(\\.\\d+)?%?";

    private static final String WORD = "0123456789.,%-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** So much of two texts must be alike for their differences to be worth marking. */
    private static final double ALIKE = 0.3;

    private final Sentences sentences;
    private final Staff staff;
    private final Departments departments;
    private final ProjectNames projects;
    private final ZoneId zone;

    DocumentWords(Sentences sentences, Staff staff, Departments departments, ProjectNames projects, Site site) {
        this.sentences = sentences;
        this.staff = staff;
        this.departments = departments;
        this.projects = projects;
        this.zone = site.timeZone();
    }

    public String of(Object value) {
        return sentences.shown(value);
    }

    public String kind(String code) {
        return sentences.text("document." + code);
    }

    public String person(String userId) {
        return userId == null ? "" : staff.displayName(userId);
    }

    public String project(UUID projectId) {
        return projectId == null ? null : projects.nameOf(projectId);
    }

    public String group(String id) {
        return departments.allGroups().stream()
                .filter(group -> group.id().equals(id))
                .map(StaffGroup::name)
                .findFirst()
                .orElse(id);
    }

    public String day(Instant moment) {
        return moment == null ? "" : sentences.shown(LocalDate.ofInstant(moment, zone));
    }

    /** The same as a date, for where dates are not text. */
    LocalDate date(Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, zone);
    }

    LocalDateTime moment(Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, zone);
    }

    public String by(Signature signature) {
        return signature == null ? null : person(signature.by());
    }

    public String on(Signature signature) {
        return signature == null ? null : day(signature.at());
    }

    /** The colour of a state's mark. */
    public String tone(VersionState state) {
        return state == null
                ? ""
                : switch (state) {
                    case DRAFT -> "";
                    case SUBMITTED -> "brand";
                    case RETURNED, WITHDRAWN -> "warn";
                    case REJECTED -> "bad";
                    case APPROVED -> "good";
                    case SUPERSEDED, ABANDONED -> "";
                };
    }

    public String tone(MatterState state) {
        return switch (state) {
            case OPEN -> "brand";
            case AGREED -> "good";
            case RETURNED, WITHDRAWN -> "warn";
            case REJECTED -> "bad";
        };
    }

    /** The sign of a change, which says without colour what it is. */
    public String sign(Change change) {
        return switch (change.kind()) {
            case ADDED -> "＋";
            case REMOVED -> "－";
            case CHANGED -> "≠";
        };
    }

    /** A text in three: what both begin with, what is its own, what both end with. */
    public record Pieces(String head, String own, String tail) {

        public boolean isWhole() {
            return head.isEmpty() && tail.isEmpty();
        }
    }

    /** The text of a change with what differs from the other marked; where hardly anything is alike all of it is its own. */
    public Pieces pieces(String text, String other) {
        int shorter = Math.min(text.length(), other.length());
        int head = 0;
        while (head < shorter && text.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && text.charAt(text.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        while (head > 0 && (joined(text, head) || joined(other, head))) {
            head--;
        }
        while (tail > 0 && (joined(text, text.length() - tail) || joined(other, other.length() - tail))) {
            tail--;
        }
        return head + tail < Math.max(text.length(), other.length()) * ALIKE
                ? new Pieces("", text, "")
                : new Pieces(
                        text.substring(0, head),
                        text.substring(head, text.length() - tail),
                        text.substring(text.length() - tail));
    }

    /** Within a number or a word, which is marked whole. */
    private static boolean joined(String text, int at) {
        return at > 0
                && at < text.length()
                && WORD.indexOf(text.charAt(at - 1)) >= 0
                && WORD.indexOf(text.charAt(at)) >= 0;
    }

    /** What changed within its section, which is named beside it and need not be named twice. */
    public String label(Change change) {
        String within = change.section() + " · ";
        return change.label().equals(change.section())
                ? ""
                : change.label().startsWith(within) ? change.label().substring(within.length()) : change.label();
    }

    public boolean isTable(Part part) {
        return part instanceof Part.Table;
    }

    /** Whether a column of a table holds numbers only, and so is aligned to the right. */
    public boolean numeric(Part.Table table, int column) {
        List<String> cells = table.lines().stream()
                .map(line -> column < line.cells().size() ? line.cells().get(column) : "")
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !cells.isEmpty() && cells.stream().allMatch(cell -> cell.matches(NUMBER));
    }

    /** 吴总（批准）退回修改：来访目标偏高; so for each step at which somebody said something. */
    public String opinions(VersionView version) {
        return version.matters().stream()
                .filter(matter -> matter.reason() != null && !matter.reason().isBlank())
                .map(this::opinion)
                .collect(Collectors.joining("\n"));
    }

    private String opinion(MatterView matter) {
        return sentences.text(
                "documents.opinion",
                person(matter.decidedBy()),
                matter.kind(),
                matter.state() == MatterState.AGREED
                        ? Decision.AGREE
                        : matter.state() == MatterState.RETURNED ? Decision.RETURN : Decision.REJECT,
                matter.reason());
    }
}
