package cn.anchang.report;

import cn.anchang.customer.Channel;
import cn.anchang.customer.LostReason;
import cn.anchang.report.FunnelNumbers.Counts;
import cn.anchang.report.FunnelNumbers.Part;
import cn.anchang.report.FunnelNumbers.Standing;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.Stage;
import cn.anchang.salescase.UndoKind;
import cn.anchang.shared.DearAnswers;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Site;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 漏斗: of the sales opened by a visit in some days, how many came how far, whenever that was. Each sale (一客一案) counts once in each step
 * it reached; a customer's further visits to the same sale do not count again, and what was undone later still reached its steps.
 */
@Service
@Transactional(readOnly = true)
public class Funnel {

    /** A later step includes the earlier ones, so that no step is wider than the one before. */
    private static final String COHORT = """
            with sales as (
                select c.id, c.no, c.customer_id, c.project_name, c.unit_no, c.state, c.lost_reason, c.undo_kind, v.visited_at,
                       v.channel, c.layout, c.building, c.consultant,
                       cast(v.visited_at at time zone :zone as date) as visited_on,
                       cast(i.actual_from at time zone :zone as date) as intent_on, s.subscribed_on, k.signed_on,
                       case when k.signed_on is not null then 3 when s.id is not null then 2
                            when i.actual_from is not null then 1 else 0 end as step,
                       case when c.lost_reason is not null then 'LOST' when c.undo_kind is not null then 'UNDONE'
                            else 'STANDS' end as fate
                  from sales.visits v
                  join sales.sales_cases c on c.visit_id = v.id
                  left join sales.milestones i on i.case_id = c.id and i.stage = 'UNIT_CHOICE' and i.round = 1
                  left join sales.subscriptions s on s.case_id = c.id
                  left join lateral (select min(signed_on) as signed_on from sales.sales_contracts where case_id = c.id) k on true
                 where v.visited_at >= :begins and v.visited_at < :ends""";

    private static final String COUNTS =
            "count(*) as visits, count(*) filter (where step >= 1) as intents, count(*) filter (where step >= 2) as"
                    + " subscriptions, count(*) filter (where step >= 3) as contracts";

    private static final int TOTAL = 0b111111;
    private static final Map<Integer, FunnelDimension> DIMENSIONS = Map.of(
            0b011111, FunnelDimension.CHANNEL,
            0b101111, FunnelDimension.LAYOUT,
            0b110111, FunnelDimension.BUILDING,
            0b111011, FunnelDimension.CONSULTANT);
    private static final int LOST = 0b111101;
    private static final int UNDONE = 0b111110;

    /** The latest round of a stage that has begun and has a planned day. */
    private static final String STAGES = """
            m.case_id = x.id and m.actual_from is not null and m.planned_to is not null
              and not exists (select 1 from sales.milestones n where n.case_id = m.case_id and n.stage = m.stage
                                 and n.round > 1 and n.round > m.round and n.actual_from is not null)""";

    private static final String ENDED = "cast(m.actual_to at time zone :zone as date)";

    private static final String PUNCTUALITY =
            "case when m.actual_to is null then case when m.planned_to < :today then 'OVERDUE' else 'RUNNING' end"
                    + " when " + ENDED + " > m.planned_to then 'LATE' else 'ON_TIME' end";

    private final JdbcClient database;
    private final ZoneId zone;
    private final Clock clock;
    private final DearAnswers answers;

    Funnel(JdbcTemplate jdbc, Site site, Clock clock, DearAnswers answers) {
        this.answers = answers;
        this.database = JdbcClient.create(jdbc);
        this.zone = site.timeZone();
        this.clock = clock;
    }

    /** What is counted once for all who ask the same; both depend on the day. */
    private record Asked(String what, FunnelFilter filter, LocalDate today) {}

    /** All that is counted, in one pass over the rows. */
    public FunnelNumbers numbers(FunnelFilter filter) {
        return answers.get(new Asked("numbers", filter, LocalDate.now(clock)), () -> counted(filter));
    }

    private FunnelNumbers counted(FunnelFilter filter) {
        Fold fold = new Fold();
        if (!filter.isEmpty()) {
            Map<String, Object> values = new HashMap<>();
            String sales = sales(filter, values);
            StringBuilder standing = new StringBuilder();
            for (FunnelStep step : FunnelStep.values()) {
                for (FunnelFate fate : FunnelFate.values()) {
                    standing.append(", count(*) filter (where step = %d and fate = '%s') as %s_%d"
                            .formatted(step.ordinal(), fate, fate.name().toLowerCase(), step.ordinal()));
                }
            }
            database.sql(sales
                            + "select grouping(channel, layout, building, consultant, lost_reason, undo_kind) as part,"
                            + " channel, layout, building, consultant, lost_reason, undo_kind, " + COUNTS + standing
                            + ", round(avg(intent_on - visited_on), 1) as to_intent"
                            + ", round(avg(subscribed_on - intent_on), 1) as to_subscription"
                            + ", round(avg(signed_on - subscribed_on), 1) as to_contract"
                            + ", round(avg(signed_on - visited_on), 1) as in_all"
                            + " from sales group by grouping sets ((), (channel), (layout), (building), (consultant),"
                            + " (lost_reason), (undo_kind))")
                    .params(values)
                    .query(fold::take);
        }
        return fold.numbers();
    }

    /** The stages of these sales against their plans, in the order of a sale. */
    public List<StagePunctuality> stages(FunnelFilter filter) {
        return answers.get(new Asked("stages", filter, LocalDate.now(clock)), () -> punctuality(filter));
    }

    private List<StagePunctuality> punctuality(FunnelFilter filter) {
        if (filter.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = new HashMap<>();
        String sales = sales(filter, values);
        Map<Stage, Map<Punctuality, Long>> counts = new EnumMap<>(Stage.class);
        Map<Stage, BigDecimal> overrun = new EnumMap<>(Stage.class);
        database.sql(sales + "select m.stage, count(*) filter (where p = 'ON_TIME') as on_time,"
                        + " count(*) filter (where p = 'LATE') as late, count(*) filter (where p = 'OVERDUE') as overdue,"
                        + " count(*) filter (where p = 'RUNNING') as running,"
                        + " round(avg(days) filter (where p in ('LATE', 'OVERDUE')), 1) as days"
                        + " from (select m.stage, " + PUNCTUALITY + " as p, coalesce(" + ENDED
                        + ", :today) - m.planned_to as days from sales x join sales.milestones m on " + STAGES
                        + ") m group by m.stage")
                .params(values)
                .query(row -> {
                    Stage stage = Stage.valueOf(row.getString("stage"));
                    Map<Punctuality, Long> of = new EnumMap<>(Punctuality.class);
                    for (Punctuality punctuality : Punctuality.values()) {
                        of.put(punctuality, row.getLong(punctuality.name().toLowerCase()));
                    }
                    counts.put(stage, of);
                    overrun.put(stage, row.getBigDecimal("days"));
                });
        return counts.entrySet().stream()
                .map(one -> new StagePunctuality(one.getKey(), one.getValue(), overrun.get(one.getKey())))
                .toList();
    }

    /** How many sales a bar stands for. */
    public long count(FunnelFilter filter, FunnelPart part) {
        if (filter.isEmpty()) {
            return 0;
        }
        Map<String, Object> values = new HashMap<>();
        String sales = sales(filter, values) + "select count(*) from sales x" + where(part, values);
        return database.sql(sales).params(values).query(Long.class).single();
    }

    /** The sales a bar stands for, the latest visit first. */
    public List<FunnelRow> rows(FunnelFilter filter, FunnelPart part, int offset, int limit) {
        if (filter.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = new HashMap<>();
        String found = sales(filter, values) + "select x.*, p.name, p.phone from (select x.* from sales x"
                + where(part, values) + " order by x.visited_at desc, x.id limit " + limit + " offset " + offset
                + ") x join sales.customers p on p.id = x.customer_id order by x.visited_at desc, x.id";
        return database.sql(found)
                .params(values)
                .query((row, number) -> row(row))
                .list();
    }

    private String sales(FunnelFilter filter, Map<String, Object> values) {
        values.put("zone", zone.getId());
        values.put("today", LocalDate.now(clock));
        values.put("begins", Timestamp.from(filter.period().begins(zone)));
        values.put("ends", Timestamp.from(filter.period().ends(zone)));
        StringBuilder sql = new StringBuilder(COHORT);
        add(sql, values, "c.project_id = :project", "project", filter.project());
        add(
                sql,
                values,
                "c.project_id not in (:closed)",
                "closed",
                filter.closed().isEmpty() ? null : filter.closed());
        add(sql, values, "c.consultant = :consultant", "consultant", filter.consultant());
        add(sql, values, "v.channel = :channel", "channel", name(filter.channel()));
        addOrNone(sql, values, "c.layout", "layout", filter.layout());
        addOrNone(sql, values, "c.building", "building", filter.building());
        return sql.append(") ").toString();
    }

    private static String where(FunnelPart part, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder(" where true");
        add(
                sql,
                values,
                "x.step >= :step",
                "step",
                part.step() == null ? null : part.step().ordinal());
        add(
                sql,
                values,
                "x.step = :last",
                "last",
                part.last() == null ? null : part.last().ordinal());
        add(sql, values, "x.fate = :fate", "fate", name(part.fate()));
        add(sql, values, "x.lost_reason = :reason", "reason", name(part.reason()));
        add(sql, values, "x.undo_kind = :undone", "undone", name(part.undone()));
        if (part.stage() != null || part.punctuality() != null) {
            sql.append(" and exists (select 1 from sales.milestones m where ").append(STAGES);
            add(sql, values, "m.stage = :stage", "stage", name(part.stage()));
            add(sql, values, PUNCTUALITY + " = :punctuality", "punctuality", name(part.punctuality()));
            sql.append(")");
        }
        return sql.toString();
    }

    private static void addOrNone(
            StringBuilder sql, Map<String, Object> values, String column, String name, String value) {
        if (FunnelFilter.NONE.equals(value)) {
            sql.append(" and ").append(column).append(" is null");
        } else {
            add(sql, values, column + " = :" + name, name, value);
        }
    }

    private static void add(
            StringBuilder sql, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static FunnelRow row(ResultSet row) throws SQLException {
        String lost = row.getString("lost_reason");
        return new FunnelRow(
                row.getObject("id", UUID.class),
                row.getString("no"),
                row.getString("name"),
                Masked.phone(row.getString("phone")),
                Channel.valueOf(row.getString("channel")),
                row.getString("consultant"),
                row.getString("project_name"),
                row.getString("unit_no"),
                row.getString("layout"),
                CaseState.valueOf(row.getString("state")),
                lost == null ? null : LostReason.valueOf(lost),
                row.getObject("visited_on", LocalDate.class),
                row.getObject("intent_on", LocalDate.class),
                row.getObject("subscribed_on", LocalDate.class),
                row.getObject("signed_on", LocalDate.class));
    }

    /** Puts the groups, which come in any order, where they belong. */
    private static final class Fold {

        private static final Comparator<Part> BEST_FIRST = Comparator.comparing(
                        Part::counts,
                        Comparator.comparingLong(Counts::contracts)
                                .thenComparingLong(Counts::subscriptions)
                                .thenComparingLong(Counts::intents)
                                .thenComparingLong(Counts::visits)
                                .reversed())
                .thenComparing(Part::key, Comparator.nullsLast(Comparator.naturalOrder()));

        private Counts total = Counts.NONE;
        private final Map<FunnelStep, BigDecimal> days = new EnumMap<>(FunnelStep.class);
        private final Map<FunnelStep, Standing> standing = new EnumMap<>(FunnelStep.class);
        private final Map<FunnelDimension, List<Part>> parts = new EnumMap<>(FunnelDimension.class);
        private final Map<LostReason, Long> lost = new EnumMap<>(LostReason.class);
        private final Map<UndoKind, Long> undone = new EnumMap<>(UndoKind.class);

        Fold() {
            for (FunnelStep step : FunnelStep.values()) {
                standing.put(step, new Standing(0, 0, 0));
            }
            for (FunnelDimension dimension : FunnelDimension.values()) {
                parts.put(dimension, new ArrayList<>());
            }
        }

        void take(ResultSet row) throws SQLException {
            int part = row.getInt("part");
            Counts counts = new Counts(
                    row.getLong("visits"),
                    row.getLong("intents"),
                    row.getLong("subscriptions"),
                    row.getLong("contracts"));
            if (part == TOTAL) {
                total(row, counts);
            } else if (part == LOST && row.getString("lost_reason") != null) {
                lost.put(LostReason.valueOf(row.getString("lost_reason")), counts.visits());
            } else if (part == UNDONE && row.getString("undo_kind") != null) {
                undone.put(UndoKind.valueOf(row.getString("undo_kind")), counts.visits());
            } else if (DIMENSIONS.containsKey(part)) {
                FunnelDimension dimension = DIMENSIONS.get(part);
                parts.get(dimension)
                        .add(new Part(row.getString(dimension.column()), counts, row.getBigDecimal("in_all")));
            }
        }

        private void total(ResultSet row, Counts counts) throws SQLException {
            total = counts;
            days.put(FunnelStep.INTENT, row.getBigDecimal("to_intent"));
            days.put(FunnelStep.SUBSCRIPTION, row.getBigDecimal("to_subscription"));
            days.put(FunnelStep.CONTRACT, row.getBigDecimal("to_contract"));
            for (FunnelStep step : FunnelStep.values()) {
                standing.put(
                        step,
                        new Standing(
                                row.getLong("stands_" + step.ordinal()),
                                row.getLong("lost_" + step.ordinal()),
                                row.getLong("undone_" + step.ordinal())));
            }
        }

        FunnelNumbers numbers() {
            parts.values().forEach(some -> some.sort(BEST_FIRST));
            return new FunnelNumbers(total, days, standing, parts, lost, undone);
        }
    }
}
