package cn.anchang.workbench;

import cn.anchang.customer.Grade;
import cn.anchang.shared.Masked;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom to call today: talks whose day of follow-up has come and that nobody has taken up again (R25). */
@Service
@Transactional(readOnly = true)
class FollowUps {

    /** @param phone masked (R35) */
    record FollowUp(UUID caseId, String customer, String phone, Grade grade, String consultant, LocalDate on) {}

    /** @param shown the first of them, the longest overdue first */
    record Due(long count, List<FollowUp> shown) {}

    private static final String DUE = """
             from sales.sales_cases c join sales.customers p on p.id = c.customer_id
            where c.state = 'NEGOTIATING' and c.follow_up_on <= :today
              and (cast(:consultant as text) is null or c.consultant = :consultant)
              and c.project_id not in (:closed)""";

    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient database;
    private final Clock clock;

    FollowUps(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param consultant whose customers, or null for everybody's
     * @param closed projects left out
     */
    Due today(String consultant, Collection<UUID> closed, int limit) {
        LocalDate today = LocalDate.now(clock);
        Collection<UUID> out = closed.isEmpty() ? List.of(NONE) : closed;
        long count = database.sql("select count(*)" + DUE)
                .param("today", today)
                .param("consultant", consultant)
                .param("closed", out)
                .query(Long.class)
                .single();
        if (count == 0) {
            return new Due(0, List.of());
        }
        List<FollowUp> shown = database.sql("select c.id, p.name, p.phone, p.grade, c.consultant, c.follow_up_on" + DUE
                        + " order by c.follow_up_on, p.grade, c.id limit :limit")
                .param("today", today)
                .param("consultant", consultant)
                .param("closed", out)
                .param("limit", limit)
                .query((row, number) -> new FollowUp(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Masked.phone(row.getString("phone")),
                        row.getString("grade") == null ? null : Grade.valueOf(row.getString("grade")),
                        row.getString("consultant"),
                        row.getObject("follow_up_on", LocalDate.class)))
                .list();
        return new Due(count, shown);
    }
}
