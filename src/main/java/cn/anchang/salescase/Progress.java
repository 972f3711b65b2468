package cn.anchang.salescase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes a case's milestones as its stages are planned, entered and left. */
@Component
class Progress {

    private final Milestones milestones;
    private final SalesRules rules;
    private final Clock clock;

    Progress(Milestones milestones, SalesRules rules, Clock clock) {
        this.milestones = milestones;
        this.rules = rules;
        this.clock = clock;
    }

    /** Enters a stage that has no deadline of its own: it is planned by the configured number of days. */
    void enter(UUID caseId, Stage stage) {
        LocalDate today = LocalDate.now(clock);
        enter(caseId, stage, today.plusDays(rules.stageDays().getOrDefault(stage, 0)));
    }

    /** Enters a stage; a plan made earlier stands. */
    void enter(UUID caseId, Stage stage, LocalDate plannedTo) {
        Milestone milestone = next(caseId, stage, LocalDate.now(clock), plannedTo);
        milestone.entered(clock.instant());
        milestones.save(milestone);
    }

    /** Plans a stage that has not begun, or plans it anew. */
    void plan(UUID caseId, Stage stage, LocalDate from, LocalDate to) {
        Milestone milestone = next(caseId, stage, from, to);
        milestone.plan(from, to);
        milestones.save(milestone);
    }

    void leave(UUID caseId, Stage stage) {
        Milestone open = milestones.rounds(caseId, stage).stream()
                .filter(Milestone::isOpen)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s of %s is not open".formatted(stage, caseId)));
        open.left(clock.instant());
    }

    void leaveAll(UUID caseId) {
        milestones.ofCase(caseId).stream().filter(Milestone::isOpen).forEach(open -> open.left(clock.instant()));
    }

    List<Stage> open(UUID caseId) {
        return milestones.ofCase(caseId).stream()
                .filter(Milestone::isOpen)
                .map(Milestone::stage)
                .toList();
    }

    private Milestone next(UUID caseId, Stage stage, LocalDate from, LocalDate to) {
        List<Milestone> rounds = milestones.rounds(caseId, stage);
        return rounds.stream()
                .filter(Milestone::isPlannedOnly)
                .findFirst()
                .orElseGet(() -> new Milestone(caseId, stage, rounds.size() + 1, from, to));
    }
}
