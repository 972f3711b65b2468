package cn.anchang.collection;

import cn.anchang.shared.Site;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many payment reminders a day brings or brought. */
@Service
@Transactional(readOnly = true)
public class ReminderFigures {

    /**
     * What would go out as the rows are now.
     *
     * @param calls of those due the ones somebody telephones about, for want of an address
     * @param out due, but held back, settled or sent already
     */
    public record Coming(long letters, long calls, long out) {}

    /**
     * What became of the reminders made on a day.
     *
     * @param waiting letters still on their way
     * @param suppressed held back at the last moment
     * @param calls for a person to telephone about
     */
    public record Went(long sent, long waiting, long suppressed, long calls) {}

    private final PaymentReminders reminders;
    private final JdbcClient database;
    private final Site site;

    ReminderFigures(PaymentReminders reminders, JdbcTemplate jdbc, Site site) {
        this.reminders = reminders;
        this.database = JdbcClient.create(jdbc);
        this.site = site;
    }

    /** @param closed projects whose reminders do not count */
    public Coming coming(LocalDate day, Set<UUID> closed) {
        List<PreviewLine> all = reminders.preview(day);
        Set<UUID> hidden = ofProjects(closed, all);
        List<PreviewLine> lines = all.stream()
                .filter(line -> !hidden.contains(line.line().account()))
                .toList();
        long in = lines.stream().filter(PreviewLine::in).count();
        long letters =
                lines.stream().filter(line -> line.in() && line.to() != null).count();
        return new Coming(letters, in - letters, lines.size() - in);
    }

    private Set<UUID> ofProjects(Set<UUID> closed, List<PreviewLine> lines) {
        return closed.isEmpty() || lines.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql(
                                "select id from sales.sales_cases where id in (:accounts) and project_id in (:closed)")
                        .param(
                                "accounts",
                                lines.stream()
                                        .map(line -> line.line().account())
                                        .collect(Collectors.toSet()))
                        .param("closed", closed)
                        .query(UUID.class)
                        .list());
    }

    /** @param closed projects whose reminders do not count */
    public Went went(LocalDate day, Set<UUID> closed) {
        Map<ReminderState, Long> states = new EnumMap<>(ReminderState.class);
        Map<String, Object> values = new HashMap<>();
        values.put("begins", Timestamp.from(day.atStartOfDay(site.timeZone()).toInstant()));
        values.put(
                "ends",
                Timestamp.from(day.plusDays(1).atStartOfDay(site.timeZone()).toInstant()));
        values.put("closed", closed);
        database.sql(
                        "select state, count(*) as lines from sales.reminders r where made_at >= :begins and made_at < :ends"
                                + (closed.isEmpty()
                                        ? ""
                                        : " and not exists (select 1 from sales.sales_cases c where c.id = r.account_id"
                                                + " and c.project_id in (:closed))")
                                + " group by state")
                .params(values)
                .query(row -> {
                    states.put(ReminderState.valueOf(row.getString("state")), row.getLong("lines"));
                });
        return new Went(
                states.getOrDefault(ReminderState.SENT, 0L),
                states.getOrDefault(ReminderState.POSTED, 0L),
                states.getOrDefault(ReminderState.SUPPRESSED, 0L),
                states.getOrDefault(ReminderState.CALL, 0L)
                        + states.getOrDefault(ReminderState.CALLED, 0L)
                        + states.getOrDefault(ReminderState.SETTLED, 0L));
    }
}
