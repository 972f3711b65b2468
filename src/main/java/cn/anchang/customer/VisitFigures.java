package cn.anchang.customer;

import cn.anchang.shared.Period;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many came to a site, how they found it, and what they would have otherwise. Days are the site's; names and phones stay here (R35). */
@Service
@Transactional(readOnly = true)
public class VisitFigures {

    /** @param first those of them who had never been at this project */
    public record ByChannel(Channel channel, int visits, int first) {}

    /** 建议反馈, as it was noted. */
    public record Suggestion(UUID id, String customerNo, LocalDate on, String text) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    VisitFigures(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** Channels nobody came by are left out. */
    public List<ByChannel> byChannel(UUID projectId, Period period) {
        return jdbc
                .sql("""
                        select channel, count(*) as visits, count(*) filter (where first_visit) as first
                          from sales.visits
                         where project_id = :project and visited_at >= :begins and visited_at < :ends
                         group by channel""")
                .params(of(projectId, period))
                .query((row, n) -> new ByChannel(
                        Channel.valueOf(row.getString("channel")), row.getInt("visits"), row.getInt("first")))
                .stream()
                .sorted((one, other) -> one.channel().compareTo(other.channel()))
                .toList();
    }

    /** The day of the first visitor; empty as long as nobody has been there. */
    public Optional<LocalDate> firstDay(UUID projectId) {
        return jdbc.sql("select min(visited_at) from sales.visits where project_id = :project")
                .param("project", projectId)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1))
                        .map(first -> LocalDate.ofInstant(first.toInstant(), clock.getZone())))
                .single();
    }

    /** What customers suggested after a visit to the project, the earliest first. */
    public List<Suggestion> suggestions(UUID projectId, Period period) {
        return jdbc.sql("""
                        select note.id, customer.no, note.noted_at, note.suggestion
                          from sales.customer_feedback note
                          join sales.visits visit on visit.id = note.visit_id
                          join sales.customers customer on customer.id = note.customer_id
                         where visit.project_id = :project and note.noted_at >= :begins and note.noted_at < :ends
                           and note.suggestion is not null
                         order by note.noted_at, note.id""")
                .params(of(projectId, period))
                .query((row, n) -> new Suggestion(
                        row.getObject("id", UUID.class),
                        row.getString("no"),
                        LocalDate.ofInstant(row.getTimestamp("noted_at").toInstant(), clock.getZone()),
                        row.getString("suggestion")))
                .list();
    }

    /** By which channel the visitor came, for each of these visits. */
    public Map<UUID, Channel> channelsOf(Collection<UUID> visitIds) {
        if (visitIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, channel from sales.visits where id in (:visits)")
                .param("visits", visitIds)
                .query((row, n) ->
                        Map.entry(row.getObject("id", UUID.class), Channel.valueOf(row.getString("channel"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Object> of(UUID projectId, Period period) {
        return Map.of(
                "project", projectId,
                "begins", Timestamp.from(period.begins(clock.getZone())),
                "ends", Timestamp.from(period.ends(clock.getZone())));
    }
}
