package cn.anchang.salescase;

import cn.anchang.organization.Sites;
import cn.anchang.salescase.StagePlanRefused.CaseOver;
import cn.anchang.salescase.StagePlanRefused.PlanInThePast;
import cn.anchang.salescase.StagePlanRefused.StageBegun;
import cn.anchang.salescase.StagePlanRefused.StageNotPlannable;
import cn.anchang.shared.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the stages ahead of a sale are to be done, as somebody who answers for the site plans them. What has begun keeps its plan. Works
 * on many sales at a time, with a few questions to the database however many they are.
 */
@Service
@Transactional
public class StagePlans {

    /** Whether there is such a stage follows from the way to pay, and its plan from the bank's answer. */
    private static final Set<Stage> PLANNED_BY_OTHERS = EnumSet.of(Stage.LOAN);

    /** A day somebody wants a stage to be done by. */
    public record Wish(Plans plans, Stage stage, LocalDate to) {}

    private record Latest(UUID id, LocalDate from, LocalDate to, boolean hasBegun) {}

    /** The stages of one sale, each in its latest round. */
    public static final class Plans {

        private final UUID caseId;
        private final String no;
        private final boolean over;
        private final Map<Stage, Latest> stages = new EnumMap<>(Stage.class);

        Plans(UUID caseId, String no, CaseState state) {
            this.caseId = caseId;
            this.no = no;
            this.over = state.isClosed() || state == CaseState.FORFEITING || state == CaseState.UNDOING;
        }

        /** The day a stage is planned to be done by; empty when there is no plan. */
        public Optional<LocalDate> plannedTo(Stage stage) {
            return Optional.ofNullable(stages.get(stage)).map(Latest::to);
        }

        /** Why this stage cannot be planned for this day; empty when it can. */
        public Optional<Refusal> whyNot(Stage stage, LocalDate to, LocalDate today) {
            Latest latest = stages.get(stage);
            if (over) {
                return Optional.of(new CaseOver(no));
            } else if (latest != null && latest.hasBegun) {
                return Optional.of(new StageBegun(stage));
            } else if (PLANNED_BY_OTHERS.contains(stage) || latest == null && !isAhead(stage)) {
                return Optional.of(new StageNotPlannable(stage));
            } else if (to.isBefore(today)) {
                return Optional.of(new PlanInThePast(to));
            }
            return Optional.empty();
        }

        private boolean isAhead(Stage stage) {
            return stages.entrySet().stream()
                    .filter(one -> one.getValue().hasBegun)
                    .map(Map.Entry::getKey)
                    .max(Stage::compareTo)
                    .filter(reached -> reached.compareTo(stage) < 0)
                    .isPresent();
        }
    }

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Clock clock;

    StagePlans(JdbcClient database, JdbcTemplate batches, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * The plans of these sales by the sales' numbers; a number no sale has is not among them.
     *
     * @param closed projects whose sales are as if they were not there
     */
    @Transactional(readOnly = true)
    public Map<String, Plans> of(Collection<String> numbers, Set<UUID> closed) {
        Map<String, Plans> found = new HashMap<>();
        if (numbers.isEmpty()) {
            return found;
        }
        database.sql("""
                        select c.id, c.no, c.state, m.id as milestone, m.stage, m.planned_from, m.planned_to,
                               m.actual_from is not null as begun
                        from sales.sales_cases c left join sales.milestones m on m.case_id = c.id
                        where c.no in (:numbers) and c.project_id <> all(cast(:closed as uuid[])) order by c.id, m.round""")
                .param("numbers", numbers)
                .param("closed", Sites.listed(closed))
                .query(row -> {
                    String no = row.getString("no");
                    Plans plans = found.get(no);
                    if (plans == null) {
                        plans = new Plans(
                                row.getObject("id", UUID.class), no, CaseState.valueOf(row.getString("state")));
                        found.put(no, plans);
                    }
                    if (row.getString("stage") != null) {
                        plans.stages.put(
                                Stage.valueOf(row.getString("stage")),
                                new Latest(
                                        row.getObject("milestone", UUID.class),
                                        row.getObject("planned_from", LocalDate.class),
                                        row.getObject("planned_to", LocalDate.class),
                                        row.getBoolean("begun")));
                    }
                });
        return found;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Plans what {@link Plans#whyNot} has nothing against, all or nothing.
     *
     * @throws ConcurrencyFailureException when one of the stages has begun in the meantime
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(List<Wish> wishes, String by) {
        LocalDate today = today();
        for (Wish wish : wishes) {
            Latest latest = wish.plans.stages.get(wish.stage);
            LocalDate from =
                    latest == null || latest.from == null || latest.from.isAfter(wish.to) ? today : latest.from;
            int written = latest == null
                    ? batches.update(
                            "insert into sales.milestones (id, version, case_id, stage, round, planned_from, planned_to)"
                                    + " values (?, 0, ?, ?, 1, ?, ?) on conflict (case_id, stage, round) do nothing",
                            UUID.randomUUID(),
                            wish.plans.caseId,
                            wish.stage.name(),
                            from,
                            wish.to)
                    : batches.update(
                            "update sales.milestones set planned_from = ?, planned_to = ?, version = version + 1"
                                    + " where id = ? and actual_from is null",
                            from,
                            wish.to,
                            latest.id);
            if (written != 1) {
                throw new ConcurrencyFailureException(wish.stage + " of " + wish.plans.no + " has begun");
            }
        }
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                "insert into sales.stage_plan_changes (case_id, stage, was, becomes, by_whom, at) values (?, ?, ?, ?, ?, ?)",
                wishes,
                wishes.size() + 1,
                (row, wish) -> {
                    row.setObject(1, wish.plans.caseId);
                    row.setString(2, wish.stage.name());
                    row.setObject(3, wish.plans.plannedTo(wish.stage).orElse(null));
                    row.setObject(4, wish.to);
                    row.setString(5, by);
                    row.setTimestamp(6, now);
                });
    }
}
