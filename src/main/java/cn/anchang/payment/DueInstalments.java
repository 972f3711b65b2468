package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The instalments of all plans in force by their due dates, read in pages: what is due is found among however many. */
@Service
@Transactional(readOnly = true)
public class DueInstalments {

    private static final String LINES = """
            select i.id, p.account_id, i.seq, i.kind, i.due_on, i.amount,
                   (select count(*) from sales.instalments j
                     where j.plan_id = i.plan_id and j.kind = i.kind and j.due_on = i.due_on and j.seq < i.seq) as nth,
                   coalesce((select sum(l.amount) from sales.allocations l
                              where l.instalment_id = i.id and l.freed_at is null), 0) as paid
              from sales.instalments i
              join sales.payment_plans p on p.id = i.plan_id
              join sales.accounts a on a.id = p.account_id
             where a.settled_at is null
               and not exists (select 1 from sales.payment_plans q
                                where q.account_id = p.account_id and q.revision > p.revision)
            """;

    private final JdbcClient database;

    DueInstalments(JdbcClient database) {
        this.database = database;
    }

    /**
     * The lines due in these days and not paid in full, by due date.
     *
     * @param from the first day, inclusive
     * @param to the last day, inclusive
     * @param after where the page before ended, or null
     */
    public List<DueLine> page(LocalDate from, LocalDate to, DueLine.Mark after, int limit) {
        return database.sql("select * from (" + LINES + """
                         and i.due_on between :from and :to and (i.due_on, i.id) > (:afterDay, :afterId)) line
                        where paid < amount order by due_on, id limit :limit""")
                .param("from", from)
                .param("to", to)
                .param("afterDay", after == null ? from.minusDays(1) : after.dueOn())
                .param("afterId", after == null ? new UUID(0, 0) : after.instalment())
                .param("limit", limit)
                .query(DueInstalments::line)
                .list();
    }

    /** The line as it stands, paid or not; empty when the plan in force has it no more or the account is settled. */
    public Optional<DueLine> line(UUID account, InstalmentKind kind, LocalDate dueOn, int nth) {
        return database
                .sql(LINES + " and p.account_id = :account and i.kind = :kind and i.due_on = :dueOn")
                .param("account", account)
                .param("kind", kind.name())
                .param("dueOn", dueOn)
                .query(DueInstalments::line)
                .stream()
                .filter(line -> line.nth() == nth)
                .findFirst();
    }

    /** All lines of these accounts, paid or not. */
    public List<DueLine> lines(Collection<UUID> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : database.sql(LINES + " and p.account_id in (:accounts)")
                        .param("accounts", accounts)
                        .query(DueInstalments::line)
                        .list();
    }

    /** What pays each of these lines now, by the days it was paid on; a line that nothing pays is not in it. */
    public Map<UUID, List<PaidIn>> paid(Collection<UUID> instalments) {
        Map<UUID, List<PaidIn>> paid = new HashMap<>();
        if (!instalments.isEmpty()) {
            database.sql("""
                            select l.instalment_id, p.paid_on, sum(l.amount) as amount
                              from sales.allocations l join sales.payments p on p.id = l.payment_id
                             where l.instalment_id in (:instalments) and l.freed_at is null
                             group by l.instalment_id, p.paid_on order by p.paid_on""").param("instalments", instalments).query(row -> {
                paid.computeIfAbsent(row.getObject("instalment_id", UUID.class), id -> new ArrayList<>())
                        .add(new PaidIn(
                                row.getObject("paid_on", LocalDate.class), Money.of(row.getBigDecimal("amount"))));
            });
        }
        return paid;
    }

    /** What pays a line now, by the days it was paid on; taken back does not count. */
    public List<PaidIn> paid(UUID instalment) {
        return paid(List.of(instalment)).getOrDefault(instalment, List.of());
    }

    private static DueLine line(ResultSet row, int number) throws SQLException {
        return new DueLine(
                row.getObject("account_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getInt("seq"),
                InstalmentKind.valueOf(row.getString("kind")),
                row.getInt("nth"),
                row.getObject("due_on", LocalDate.class),
                Money.of(row.getBigDecimal("amount")),
                Money.of(row.getBigDecimal("paid")));
    }
}
