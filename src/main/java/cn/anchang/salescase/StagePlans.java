package cn.anchang.salescase;

import cn.anchang.salescase.StagePlanRefused.CaseOver;
import cn.anchang.salescase.StagePlanRefused.PlanInThePast;
import cn.anchang.salescase.StagePlanRefused.StageBegun;
import cn.anchang.salescase.StagePlanRefused.StageNotPlannable;
import cn.anchang.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the stages ahead of a sale are to be done, as somebody who answers for the site plans them. What has begun keeps its plan. */
@Service
@Transactional
public class StagePlans {

    /** Whether there is such a stage follows from the way to pay, and its plan from the bank's answer. */
    private static final Set<Stage> PLANNED_BY_OTHERS = EnumSet.of(Stage.LOAN);

    private final SalesCases cases;
    private final Milestones milestones;
    private final Progress progress;
    private final JdbcTemplate database;
    private final Clock clock;

    StagePlans(SalesCases cases, Milestones milestones, Progress progress, JdbcTemplate database, Clock clock) {
        this.cases = cases;
        this.milestones = milestones;
        this.progress = progress;
        this.database = database;
        this.clock = clock;
    }

    /** The day a stage is planned to be done by, in its latest round; empty when there is no plan. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> plannedTo(UUID caseId, Stage stage) {
        return latest(caseId, stage).map(Milestone::plannedTo);
    }

    /** Why this stage cannot be planned for this day; empty when it can. */
    @Transactional(readOnly = true)
    public Optional<Refusal> whyNot(UUID caseId, Stage stage, LocalDate to) {
        SalesCase salesCase = cases.findById(caseId).orElseThrow();
        Optional<Milestone> latest = latest(caseId, stage);
        if (salesCase.state().isClosed() || salesCase.isBeingUndone()) {
            return Optional.of(new CaseOver(salesCase.no()));
        } else if (latest.isPresent() && !latest.get().isPlannedOnly()) {
            return Optional.of(new StageBegun(stage));
        } else if (latest.isEmpty() && (PLANNED_BY_OTHERS.contains(stage) || !isAhead(caseId, stage))) {
            return Optional.of(new StageNotPlannable(stage));
        } else if (to.isBefore(LocalDate.now(clock))) {
            return Optional.of(new PlanInThePast(to));
        }
        return Optional.empty();
    }

    private boolean isAhead(UUID caseId, Stage stage) {
        return milestones.ofCase(caseId).stream()
                .filter(milestone -> !milestone.isPlannedOnly())
                .map(Milestone::stage)
                .max(Comparator.naturalOrder())
                .filter(reached -> reached.compareTo(stage) < 0)
                .isPresent();
    }

    /** @throws IllegalStateException when {@link #whyNot} says so */
    public void plan(UUID caseId, Stage stage, LocalDate to, String by) {
        whyNot(caseId, stage, to).ifPresent(why -> {
            throw new IllegalStateException(why.toString());
        });
        LocalDate was = plannedTo(caseId, stage).orElse(null);
        LocalDate from = latest(caseId, stage)
                .map(Milestone::plannedFrom)
                .filter(planned -> !planned.isAfter(to))
                .orElse(LocalDate.now(clock));
        progress.plan(caseId, stage, from, to);
        database.update(
                "insert into sales.stage_plan_changes (case_id, stage, was, becomes, by_whom, at) values (?, ?, ?, ?, ?, ?)",
                caseId,
                stage.name(),
                was,
                to,
                by,
                java.sql.Timestamp.from(clock.instant()));
    }

    private Optional<Milestone> latest(UUID caseId, Stage stage) {
        List<Milestone> rounds = milestones.rounds(caseId, stage);
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }
}
