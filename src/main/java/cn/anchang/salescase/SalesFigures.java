package cn.anchang.salescase;

import cn.anchang.customer.LostReason;
import cn.anchang.shared.Money;
import cn.anchang.shared.Period;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a project's cases came to in a period, by the day of the act. A subscription stays one of its day even if it is undone
 * later; that counts on the day of the ruling.
 */
@Service
@Transactional(readOnly = true)
public class SalesFigures {

    /** The question of the writing guide whose answers are customers' suggestions. */
    private static final String SUGGESTIONS = "suggestions";

    /**
     * One subscription or contract.
     *
     * @param visitId the visit that opened the case
     * @param area gross, in ㎡
     */
    public record Deal(UUID caseId, String caseNo, UUID visitId, LocalDate on, Money money, BigDecimal area) {}

    /** @param money prices of the subscriptions undone */
    public record Undone(int cases, Money money) {}

    /** What a consultant passed on from a customer when the sale was closed. */
    public record Suggestion(UUID caseId, String caseNo, LocalDate on, String text) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SalesFigures(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    public List<Deal> subscribed(UUID projectId, Period period) {
        return deals("""
                select c.id, c.no, c.visit_id, s.subscribed_on as day, s.price as money, c.area
                  from sales.subscriptions s join sales.sales_cases c on c.id = s.case_id
                 where c.project_id = :project and s.subscribed_on between :from and :to
                 order by s.subscribed_on, s.no""", projectId, period);
    }

    /** A contract in whose place another was signed does not count. */
    public List<Deal> contracted(UUID projectId, Period period) {
        return deals("""
                select c.id, c.no, c.visit_id, k.signed_on as day, k.total as money, c.area
                  from sales.sales_contracts k join sales.sales_cases c on c.id = k.case_id
                 where c.project_id = :project and k.signed_on between :from and :to and not k.replaced
                 order by k.signed_on, k.no""", projectId, period);
    }

    /** 战败, by reason; reasons nobody gave are left out. */
    public Map<LostReason, Integer> lost(UUID projectId, Period period) {
        Map<LostReason, Integer> lost = new EnumMap<>(LostReason.class);
        jdbc.sql("""
                        select lost_reason, count(*) as cases
                          from sales.sales_cases
                         where project_id = :project and state = 'LOST' and closed_at >= :begins and closed_at < :ends
                         group by lost_reason""").params(of(projectId, period)).query(row -> {
            lost.put(LostReason.valueOf(row.getString("lost_reason")), row.getInt("cases"));
        });
        return lost;
    }

    /** 挞定. */
    public Undone undone(UUID projectId, Period period) {
        return jdbc.sql("""
                        select count(*) as cases, coalesce(sum(s.price), 0) as money
                          from sales.subscriptions s join sales.sales_cases c on c.id = s.case_id
                         where c.project_id = :project and s.state = 'FORFEITED' and s.ruled_at >= :begins and s.ruled_at < :ends""")
                .params(of(projectId, period))
                .query((row, n) -> new Undone(row.getInt("cases"), Money.of(row.getBigDecimal("money"))))
                .single();
    }

    /** From the sales summaries written in the period. */
    public List<Suggestion> suggestions(UUID projectId, Period period) {
        return jdbc.sql("""
                        select c.id, c.no, summary.written_at, answer.text
                          from sales.sales_summary_answers answer
                          join sales.sales_summaries summary on summary.id = answer.summary_id
                          join sales.sales_cases c on c.id = summary.case_id
                         where c.project_id = :project and answer.code = :code
                           and summary.written_at >= :begins and summary.written_at < :ends
                         order by summary.written_at, c.no""")
                .params(of(projectId, period))
                .param("code", SUGGESTIONS)
                .query((row, n) -> new Suggestion(
                        row.getObject("id", UUID.class),
                        row.getString("no"),
                        LocalDate.ofInstant(row.getTimestamp("written_at").toInstant(), clock.getZone()),
                        row.getString("text")))
                .list();
    }

    private List<Deal> deals(String sql, UUID projectId, Period period) {
        return jdbc.sql(sql)
                .params(of(projectId, period))
                .query((row, n) -> new Deal(
                        row.getObject("id", UUID.class),
                        row.getString("no"),
                        row.getObject("visit_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        Money.of(row.getBigDecimal("money")),
                        row.getBigDecimal("area")))
                .list();
    }

    private Map<String, Object> of(UUID projectId, Period period) {
        return Map.of(
                "project", projectId,
                "from", period.from(),
                "to", period.to(),
                "begins", Timestamp.from(period.begins(clock.getZone())),
                "ends", Timestamp.from(period.ends(clock.getZone())));
    }
}
