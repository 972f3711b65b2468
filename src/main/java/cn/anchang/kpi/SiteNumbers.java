package cn.anchang.kpi;

import cn.anchang.shared.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbers of sites against their targets. Days are the site's; a contract in whose place another was signed does not count, nor does
 * money that was not confirmed or was reversed since: the same numbers as in the reports.
 */
@Service
@Transactional(readOnly = true)
public class SiteNumbers {

    private static final UUID NONE = new UUID(0, 0);

    private static final String OF_PROJECT =
            " and %1$s not in (:closed) and (cast(:project as uuid) is null or %1$s = cast(:project as uuid))";

    /** Each line: the metric, its sum from {@code from} on, and that of {@code today} alone. */
    private static final String SUMS = """
            select 'VISITS' as metric, count(*) as soFar, count(*) filter (where visited_at >= :todayBegins) as ofToday
              from sales.visits v where v.visited_at >= :begins and v.visited_at < :ends""" + OF_PROJECT.formatted("v.project_id")
            + """

            union all
            select 'SUBSCRIPTIONS', count(*), count(*) filter (where s.subscribed_on = :today)
              from sales.subscriptions s join sales.sales_cases c on c.id = s.case_id
             where s.subscribed_on between :from and :to"""
            + OF_PROJECT.formatted("c.project_id")
            + """

            union all
            select d.metric, sum(d.soFar), sum(d.ofToday)
              from (select 1 as number, k.total, k.signed_on from sales.sales_contracts k
                      join sales.sales_cases c on c.id = k.case_id
                     where k.signed_on between :from and :to and not k.replaced"""
            + OF_PROJECT.formatted("c.project_id")
            + """
            ) k cross join lateral (values
                   ('CONTRACTS', k.number, case when k.signed_on = :today then k.number else 0 end),
                   ('CONTRACT_MONEY', k.total, case when k.signed_on = :today then k.total else 0 end)) d (metric, soFar, ofToday)
             group by d.metric
            union all
            select 'RECEIPTS', coalesce(sum(p.amount), 0), coalesce(sum(p.amount) filter (where p.paid_on = :today), 0)
              from sales.payments p
              join sales.accounts a on a.id = p.account_id
              join sales.receipt_books b on b.id = a.book_id
             where p.state = 'CONFIRMED' and p.paid_on between :from and :to"""
            + OF_PROJECT.formatted("b.project_id");

    private record Sum(Metric metric, BigDecimal soFar, BigDecimal ofToday) {}

    private final JdbcClient database;
    private final Targets targets;
    private final KpiSettings limits;
    private final Clock clock;

    SiteNumbers(JdbcClient database, Targets targets, KpiSettings limits, Clock clock) {
        this.database = database;
        this.targets = targets;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Today and this month up to today, over all projects together.
     *
     * @param closed projects left out
     */
    public List<Attainment> today(Collection<UUID> closed) {
        return against(null, closed, YearMonth.now(clock));
    }

    /** A project's month so far, or the whole of it when it is over. */
    public List<Attainment> month(UUID project, YearMonth month) {
        return against(project, Set.of(), month);
    }

    private List<Attainment> against(UUID project, Collection<UUID> closed, YearMonth month) {
        BigDecimal elapsed = elapsed(month, LocalDate.now(clock));
        Map<Metric, Sum> sums = sums(project, closed, new Period(month.atDay(1), month.atEndOfMonth()));
        Map<Metric, BigDecimal> wanted = project == null ? targets.besides(closed, month) : targets.of(project, month);
        return Arrays.stream(Metric.values())
                .map(metric -> {
                    Sum sum = sums.getOrDefault(metric, new Sum(metric, BigDecimal.ZERO, BigDecimal.ZERO));
                    BigDecimal target = wanted.get(metric);
                    return new Attainment(
                            metric,
                            sum.ofToday(),
                            sum.soFar(),
                            target,
                            elapsed,
                            Attainment.light(sum.soFar(), target, elapsed, limits));
                })
                .toList();
    }

    /** The share of the month that has passed, today included: 0 before it begins, 1 when it is over. */
    static BigDecimal elapsed(YearMonth month, LocalDate today) {
        if (YearMonth.from(today).equals(month)) {
            return BigDecimal.valueOf(today.getDayOfMonth())
                    .divide(BigDecimal.valueOf(month.lengthOfMonth()), 4, RoundingMode.HALF_UP);
        }
        return today.isAfter(month.atEndOfMonth()) ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private Map<Metric, Sum> sums(UUID project, Collection<UUID> closed, Period period) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> values = new HashMap<>();
        values.put("from", period.from());
        values.put("to", period.to());
        values.put("begins", Timestamp.from(period.begins(clock.getZone())));
        values.put("ends", Timestamp.from(period.ends(clock.getZone())));
        values.put("today", today);
        values.put(
                "todayBegins",
                Timestamp.from(today.atStartOfDay(clock.getZone()).toInstant()));
        values.put("project", project == null ? null : project.toString());
        values.put("closed", closed.isEmpty() ? Set.of(NONE) : closed);
        Map<Metric, Sum> sums = new EnumMap<>(Metric.class);
        database.sql(SUMS)
                .params(values)
                .query((row, number) -> new Sum(
                        Metric.valueOf(row.getString("metric")),
                        row.getBigDecimal("soFar"),
                        row.getBigDecimal("ofToday")))
                .list()
                .forEach(sum -> sums.put(sum.metric(), sum));
        return sums;
    }
}
