package cn.anchang.collection;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.InstalmentState;
import cn.anchang.payment.PaymentSettings;
import cn.anchang.shared.DearAnswers;
import cn.anchang.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 客户回款跟踪表 and its statistics: who owes what, as of today. The status is derived from due date and payments, never stored. */
@Service
@Transactional(readOnly = true)
public class Tracking {

    private static final String STATUS = """
            case when r.paid >= r.amount then 'PAID' when :today > r.due_on then 'OVERDUE' when r.paid > 0 then 'PARTLY_PAID'
                 when :today < r.due_on - :window then 'NOT_DUE' else 'DUE' end""";

    private static final String AGES = Arrays.stream(Age.values())
            .map(age -> " when " + age.condition() + " then '" + age + "'")
            .collect(Collectors.joining("", "case", " end"));

    private static final String NAMES = """
             join sales.sales_cases c on c.id = r.account_id
             join sales.customers p on p.id = c.customer_id
             left join sales.sales_contracts k on k.case_id = r.account_id and k.voided_on is null
            """;

    private static final String SUMS =
            "count(*) as lines, coalesce(sum(r.amount), 0) as amount, coalesce(sum(r.paid), 0) as paid";

    private static final int FETCHED = 500;

    private final JdbcClient database;
    private final PaymentSettings settings;
    private final Clock clock;
    private final DearAnswers answers;

    /** Sums that are asked for; they depend on the day. */
    private record Asked(String what, TrackingFilter filter, LocalDate today) {}

    /** Long answers are read piece by piece. */
    Tracking(DataSource source, PaymentSettings settings, Clock clock, DearAnswers answers) {
        this.answers = answers;
        JdbcTemplate pieces = new JdbcTemplate(source);
        pieces.setFetchSize(FETCHED);
        this.database = JdbcClient.create(pieces);
        this.settings = settings;
        this.clock = clock;
    }

    public List<TrackingRow> rows(TrackingFilter filter, TrackingSort sort, boolean descending, int offset, int limit) {
        return select(filter, sort, descending, " limit " + limit + " offset " + offset)
                .list();
    }

    /** All of them, one after the other: however many, few are in memory. */
    public void each(TrackingFilter filter, TrackingSort sort, boolean descending, Consumer<TrackingRow> row) {
        try (Stream<TrackingRow> rows = select(filter, sort, descending, "").stream()) {
            rows.forEach(row);
        }
    }

    private JdbcClient.MappedQuerySpec<TrackingRow> select(
            TrackingFilter filter, TrackingSort sort, boolean descending, String page) {
        Map<String, Object> values = values();
        String order = sort.column() + (descending ? " desc nulls last" : " asc nulls last");
        return database.sql("select r.*, p.name, c.project_name, c.unit_no, k.no as contract_no, " + STATUS
                        + " as status from sales.receivables r" + NAMES + where(filter, values) + " order by " + order
                        + ", r.due_on, r.instalment_id" + page)
                .params(values)
                .query(this::row);
    }

    /** Counts and sums of what the filter leaves, for each status that occurs. */
    public List<TrackingTotals> byStatus(TrackingFilter filter) {
        return totals(STATUS, filter);
    }

    /** {@link #byStatus} and {@link #ageing} of the same filter, in one pass over the rows. */
    public record Overview(List<TrackingTotals> byStatus, List<AgeTotal> ageing) {}

    private record Part(String status, String age, UUID project, TrackingTotals sums) {}

    public Overview overview(TrackingFilter filter) {
        return answers.get(new Asked("overview", filter, today()), () -> summed(filter));
    }

    private Overview summed(TrackingFilter filter) {
        Map<String, Object> values = values();
        List<Part> parts = database.sql("select " + STATUS + " as status, case when r.paid < r.amount then " + AGES
                        + " end as age, r.project_id, " + SUMS + " from sales.receivables r"
                        + (filter.text() == null ? "" : NAMES) + where(filter, values) + " group by 1, 2, 3 order by 1")
                .params(values)
                .query((row, number) -> new Part(
                        row.getString("status"),
                        row.getString("age"),
                        row.getObject("project_id", UUID.class),
                        new TrackingTotals(
                                row.getString("status"),
                                row.getLong("lines"),
                                Money.of(row.getBigDecimal("amount")),
                                Money.of(row.getBigDecimal("paid")))))
                .list();
        Map<String, List<TrackingTotals>> statuses = new LinkedHashMap<>();
        Map<List<Object>, List<TrackingTotals>> ages = new LinkedHashMap<>();
        parts.forEach(part -> {
            statuses.computeIfAbsent(part.status(), status -> new ArrayList<>()).add(part.sums());
            if (part.age() != null) {
                ages.computeIfAbsent(List.of(part.age(), part.project()), age -> new ArrayList<>())
                        .add(part.sums());
            }
        });
        List<TrackingTotals> byStatus = new ArrayList<>();
        statuses.forEach((status, some) -> byStatus.add(TrackingTotals.sum(status, some)));
        List<AgeTotal> ageing = new ArrayList<>();
        ages.forEach((age, some) -> {
            TrackingTotals sum = TrackingTotals.sum("", some);
            ageing.add(new AgeTotal(Age.valueOf((String) age.get(0)), (UUID) age.get(1), sum.count(), sum.rest()));
        });
        return new Overview(byStatus, ageing);
    }

    /** Of what is late and not paid: 0–30, 31–60, 61–90, 90+ days. */
    public List<TrackingTotals> byAge(TrackingFilter filter) {
        TrackingFilter late = new TrackingFilter(
                filter.project(),
                filter.consultant(),
                TrackingStatus.OVERDUE,
                filter.dueFrom(),
                filter.dueTo(),
                filter.text(),
                filter.age(),
                filter.closed());
        return totals(
                "case when :today - r.due_on <= 30 then '0–30' when :today - r.due_on <= 60 then '31–60'"
                        + " when :today - r.due_on <= 90 then '61–90' else '90+' end",
                late);
    }

    /** What is not paid yet by its age, for each project apart; ages and projects without money are left out. */
    public List<AgeTotal> ageing(TrackingFilter filter) {
        Map<String, Object> values = values();
        return database.sql("select " + AGES
                        + " as age, r.project_id, count(*) as lines, sum(r.amount - r.paid) as rest"
                        + " from sales.receivables r" + (filter.text() == null ? "" : NAMES) + where(filter, values)
                        + " and r.paid < r.amount group by 1, 2")
                .params(values)
                .query((row, number) -> new AgeTotal(
                        Age.valueOf(row.getString("age")),
                        row.getObject("project_id", UUID.class),
                        row.getLong("lines"),
                        Money.of(row.getBigDecimal("rest"))))
                .list();
    }

    public List<TrackingTotals> byConsultant(TrackingFilter filter) {
        return totals("r.consultant", filter);
    }

    public List<TrackingTotals> byProject(TrackingFilter filter) {
        return totals("cast(r.project_id as text)", filter);
    }

    /** By the month an instalment is due in, as 2026-11. */
    public List<TrackingTotals> byMonth(TrackingFilter filter) {
        return totals("to_char(r.due_on, 'YYYY-MM')", filter);
    }

    private List<TrackingTotals> totals(String group, TrackingFilter filter) {
        return answers.get(new Asked(group, filter, today()), () -> summed(group, filter));
    }

    private List<TrackingTotals> summed(String group, TrackingFilter filter) {
        Map<String, Object> values = values();
        return database.sql("select " + group + " as part, " + SUMS + " from sales.receivables r"
                        + (filter.text() == null ? "" : NAMES) + where(filter, values) + " group by 1 order by 1")
                .params(values)
                .query((row, number) -> new TrackingTotals(
                        row.getString("part"),
                        row.getLong("lines"),
                        Money.of(row.getBigDecimal("amount")),
                        Money.of(row.getBigDecimal("paid"))))
                .list();
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("today", today());
        values.put("window", settings.dueWindowDays());
        values.put("dueUntil", today().plusDays(settings.dueWindowDays()));
        values.put("late30", today().minusDays(30));
        values.put("late60", today().minusDays(60));
        values.put("late90", today().minusDays(90));
        return values;
    }

    private static String where(TrackingFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(" where true");
        if (filter.project() != null) {
            where.append(" and r.project_id = :project");
            values.put("project", filter.project());
        }
        if (!filter.closed().isEmpty()) {
            where.append(" and r.project_id not in (:closed)");
            values.put("closed", filter.closed());
        }
        if (filter.consultant() != null) {
            where.append(" and r.consultant = :consultant");
            values.put("consultant", filter.consultant());
        }
        if (filter.dueFrom() != null) {
            where.append(" and r.due_on >= :dueFrom");
            values.put("dueFrom", filter.dueFrom());
        }
        if (filter.dueTo() != null) {
            where.append(" and r.due_on <= :dueTo");
            values.put("dueTo", filter.dueTo());
        }
        if (filter.text() != null) {
            where.append(" and (strpos(p.name, :text) > 0 or strpos(c.unit_no, :text) > 0 or strpos(c.no, :text) > 0"
                    + " or strpos(k.no, :text) > 0)");
            values.put("text", filter.text());
        }
        if (filter.age() != null) {
            where.append(" and r.paid < r.amount and ").append(filter.age().condition());
        }
        if (filter.status() == TrackingStatus.PAID) {
            where.append(" and r.paid >= r.amount");
        } else if (filter.status() != null) {
            where.append(" and r.paid < r.amount");
            if (filter.status() == TrackingStatus.OVERDUE) {
                where.append(" and r.due_on < :today");
            } else if (filter.status() != TrackingStatus.OPEN) {
                where.append(" and ").append(STATUS).append(" = :status");
                values.put("status", filter.status().name());
            }
        }
        return where.toString();
    }

    private TrackingRow row(ResultSet row, int number) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        Money amount = Money.of(row.getBigDecimal("amount"));
        Money paid = Money.of(row.getBigDecimal("paid"));
        InstalmentState status = InstalmentState.valueOf(row.getString("status"));
        return new TrackingRow(
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getObject("paid_on", LocalDate.class),
                paid,
                status,
                Remark.reminds(status, dueOn, today(), settings.dueWindowDays()),
                row.getString("contract_no"),
                row.getString("project_name"),
                row.getString("unit_no"),
                row.getInt("seq"),
                InstalmentKind.valueOf(row.getString("kind")),
                dueOn,
                amount,
                amount.minus(paid),
                status == InstalmentState.OVERDUE ? ChronoUnit.DAYS.between(dueOn, today()) : 0,
                row.getString("consultant"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
