package cn.anchang.kpi;

import cn.anchang.organization.Staff;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a project is to reach in a month. What was set before stays on record. */
@Service
@Transactional(readOnly = true)
public class Targets {

    private static final Set<String> SET = Set.of(Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final Set<String> READ =
            Set.of(Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT, Staff.SITE_MANAGER, Staff.MARKETING);

    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient database;
    private final Staff staff;
    private final Clock clock;

    Targets(JdbcClient database, Staff staff, Clock clock) {
        this.database = database;
        this.staff = staff;
        this.clock = clock;
    }

    public boolean maySet(String userId) {
        return staff.isInAnyOf(userId, SET);
    }

    public boolean mayRead(String userId) {
        return staff.isInAnyOf(userId, READ);
    }

    /** A metric nobody has set is left out. */
    public Map<Metric, BigDecimal> of(UUID project, YearMonth month) {
        return sums("project_id = :projects", project, month);
    }

    /** The sums over all projects but these; a metric nobody has set for any of them is left out. */
    Map<Metric, BigDecimal> besides(Collection<UUID> closed, YearMonth month) {
        return sums("project_id not in (:projects)", closed.isEmpty() ? Set.of(NONE) : closed, month);
    }

    private Map<Metric, BigDecimal> sums(String which, Object projects, YearMonth month) {
        Map<Metric, BigDecimal> targets = new EnumMap<>(Metric.class);
        database.sql("""
                        select metric, sum(value) as value
                          from (select distinct on (project_id, metric) metric, value
                                  from sales.targets
                                 where month = :month and %s
                                 order by project_id, metric, id desc) newest
                         group by metric""".formatted(which))
                .param("projects", projects)
                .param("month", month.atDay(1))
                .query(row -> {
                    targets.put(Metric.valueOf(row.getString("metric")), row.getBigDecimal("value"));
                });
        return targets;
    }

    /**
     * Writes down what differs from what was set before.
     *
     * @param values not negative; at most two decimals for money, none for counts
     * @return how many of them are new
     */
    @Transactional
    public int set(UUID project, YearMonth month, Map<Metric, BigDecimal> values, String userId) {
        Map<Metric, BigDecimal> before = of(project, month);
        int changed = 0;
        for (Map.Entry<Metric, BigDecimal> wanted : values.entrySet()) {
            BigDecimal was = before.get(wanted.getKey());
            if (was == null || was.compareTo(wanted.getValue()) != 0) {
                changed += database.sql("""
                                insert into sales.targets (project_id, month, metric, value, set_by, set_at)
                                values (:project, :month, :metric, :value, :by, :at)""")
                        .param("project", project)
                        .param("month", month.atDay(1))
                        .param("metric", wanted.getKey().name())
                        .param("value", wanted.getValue())
                        .param("by", userId)
                        .param("at", Timestamp.from(clock.instant()))
                        .update();
            }
        }
        return changed;
    }
}
