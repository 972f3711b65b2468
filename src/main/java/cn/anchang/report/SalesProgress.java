package cn.anchang.report;

import cn.anchang.customer.Grade;
import cn.anchang.organization.Sites;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.Stage;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Site;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 销售过程进度分析表: how far each sale has come against its plan, as of today. */
@Service
@Transactional(readOnly = true)
public class SalesProgress {

    private static final int FETCHED = 2_000;
    private static final int SOON_DAYS = 2;

    private static final String UNDER_WAY =
            "exists (select 1 from sales.milestones o where o.case_id = c.id and o.actual_from is not null and o.actual_to is null";
    private static final String RISK =
            "case when c.closed_at is not null then 'CLOSED' when %1$s and o.planned_to < :today) then 'LATE' when %1$s and o.planned_to <= :soon) then 'SOON' else 'ON_TIME' end"
                    .formatted(UNDER_WAY);
    private static final String CASES = """
             select c.id, c.customer_id, c.no, p.name, p.phone, c.consultant, p.grade, c.project_name, c.building, c.unit_no, c.state,
                    c.opened_at, c.closed_at, %s as risk
             from sales.sales_cases c join sales.customers p on p.id = c.customer_id""".formatted(RISK);

    private final JdbcClient database;
    private final ZoneId zone;
    private final Clock clock;

    /** Long answers are read piece by piece. */
    SalesProgress(DataSource source, Site site, Clock clock) {
        JdbcTemplate pieces = new JdbcTemplate(source);
        pieces.setFetchSize(FETCHED);
        this.database = JdbcClient.create(pieces);
        this.zone = site.timeZone();
        this.clock = clock;
    }

    /** The latest first. */
    public List<ProgressRow> rows(ProgressFilter filter, int offset, int limit) {
        List<ProgressRow> rows = new ArrayList<>();
        each(filter, " limit " + limit + " offset " + offset, rows::add);
        return rows;
    }

    /** The same rows as on the page, one at a time. */
    public void each(ProgressFilter filter, Consumer<ProgressRow> taker) {
        each(filter, "", taker);
    }

    /** Empty when its project is one of the closed. */
    public Optional<ProgressRow> of(UUID caseId, Set<UUID> closed) {
        List<ProgressRow> found = new ArrayList<>();
        read(
                " where c.id = :case and c.project_id <> all(cast(:closed as uuid[]))",
                Map.of("case", caseId, "closed", Sites.listed(closed)),
                "",
                found::add);
        return found.stream().findFirst();
    }

    /** How many sales the filter leaves, by risk. The stages under way are gone through once, not for each sale. */
    public Map<Risk, Long> counts(ProgressFilter filter) {
        Map<String, Object> values = values();
        String where = where(filter, values);
        boolean ofCustomers = filter.grade() != null || filter.text() != null;
        Map<Risk, Long> counts = new EnumMap<>(Risk.class);
        database.sql("select case when c.closed_at is not null then 'CLOSED' when w.due < :today then 'LATE'"
                        + " when w.due <= :soon then 'SOON' else 'ON_TIME' end as risk, count(*) as sales"
                        + " from sales.sales_cases c"
                        + (ofCustomers ? " join sales.customers p on p.id = c.customer_id" : "")
                        + " left join (select case_id, min(planned_to) as due from sales.milestones"
                        + " where actual_from is not null and actual_to is null group by case_id) w on w.case_id = c.id"
                        + where + " group by 1")
                .params(values)
                .query((row, number) -> Map.entry(Risk.valueOf(row.getString("risk")), row.getLong("sales")))
                .list()
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private void each(ProgressFilter filter, String part, Consumer<ProgressRow> taker) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        read(where, values, part, taker);
    }

    private void read(String where, Map<String, Object> asked, String part, Consumer<ProgressRow> taker) {
        Map<String, Object> values = values();
        values.putAll(asked);
        String cases = CASES + where + " order by c.opened_at desc, c.id" + part;
        Fold fold = new Fold(taker);
        try (Stream<Boolean> rows = database
                .sql("select x.*, m.stage, m.planned_from, m.planned_to, m.actual_from, m.actual_to"
                        + " from (" + cases + ") x left join sales.milestones m on m.case_id = x.id"
                        + " order by x.opened_at desc, x.id, m.round")
                .params(values)
                .query((row, number) -> fold.take(row))
                .stream()) {
            rows.forEach(row -> {});
        }
        fold.end();
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("today", today());
        values.put("soon", today().plusDays(SOON_DAYS));
        return values;
    }

    private static String where(ProgressFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(" where true");
        add(where, values, "c.project_id = :project", "project", filter.project());
        Set<UUID> closed = filter.closed().isEmpty() ? null : filter.closed();
        add(where, values, "c.project_id not in (:closed)", "closed", closed);
        add(where, values, "c.building = :building", "building", filter.building());
        add(where, values, "c.consultant = :consultant", "consultant", filter.consultant());
        add(
                where,
                values,
                "p.grade = :grade",
                "grade",
                filter.grade() == null ? null : filter.grade().name());
        add(
                where,
                values,
                UNDER_WAY + " and o.stage = :stage)",
                "stage",
                filter.stage() == null ? null : filter.stage().name());
        if (filter.risk() != null) {
            where.append(" and ").append(condition(filter.risk()));
        }
        add(
                where,
                values,
                "(strpos(p.name, :text) > 0 or strpos(c.unit_no, :text) > 0 or strpos(c.no, :text) > 0)",
                "text",
                filter.text());
        return where.toString();
    }

    /** As {@link #RISK} says it, so that whole lists are looked through at once. */
    private static String condition(Risk risk) {
        String late = UNDER_WAY + " and o.planned_to < :today)";
        String soon = UNDER_WAY + " and o.planned_to <= :soon)";
        return switch (risk) {
            case CLOSED -> "c.closed_at is not null";
            case LATE -> "c.closed_at is null and " + late;
            case SOON -> "c.closed_at is null and not " + late + " and " + soon;
            case ON_TIME -> "c.closed_at is null and not " + soon;
        };
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    /** Makes one row of the many that a case's stages come in. */
    private final class Fold {

        private final Consumer<ProgressRow> taker;
        private ProgressRow open;

        Fold(Consumer<ProgressRow> taker) {
            this.taker = taker;
        }

        boolean take(ResultSet row) throws SQLException {
            UUID caseId = row.getObject("id", UUID.class);
            if (open == null || !open.caseId().equals(caseId)) {
                end();
                open = begin(caseId, row);
            }
            if (row.getString("stage") != null) {
                open.stages()
                        .put(
                                Stage.valueOf(row.getString("stage")),
                                new StageDates(
                                        row.getObject("planned_from", LocalDate.class),
                                        row.getObject("planned_to", LocalDate.class),
                                        day(row.getTimestamp("actual_from")),
                                        day(row.getTimestamp("actual_to"))));
            }
            return true;
        }

        private ProgressRow begin(UUID caseId, ResultSet row) throws SQLException {
            return new ProgressRow(
                    caseId,
                    row.getObject("customer_id", UUID.class),
                    row.getString("no"),
                    row.getString("name"),
                    Masked.phone(row.getString("phone")),
                    row.getString("consultant"),
                    row.getString("grade") == null ? null : Grade.valueOf(row.getString("grade")),
                    row.getString("project_name"),
                    row.getString("building"),
                    row.getString("unit_no"),
                    CaseState.valueOf(row.getString("state")),
                    day(row.getTimestamp("opened_at")),
                    day(row.getTimestamp("closed_at")),
                    Risk.valueOf(row.getString("risk")),
                    new EnumMap<>(Stage.class));
        }

        void end() {
            if (open != null) {
                taker.accept(open);
                open = null;
            }
        }
    }

    private LocalDate day(Timestamp moment) {
        return moment == null ? null : LocalDate.ofInstant(moment.toInstant(), zone);
    }
}
