package cn.anchang.collection;

import cn.anchang.organization.Sites;
import cn.anchang.shared.Money;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves each night that the books hold together: plans make the contracts' prices, allocations make the confirmed payments, the
 * tracking table says what the ledger says. Every difference is named and kept.
 */
@Service
@Transactional
public class LedgerCheck {

    private static final Logger log = LoggerFactory.getLogger(LedgerCheck.class);

    private final JdbcClient database;
    private final Clock clock;

    LedgerCheck(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param accounts how many were looked at */
    public record Checked(UUID id, Instant at, String by, long accounts) {}

    @Scheduled(cron = "${anchang.collection.check-at}", zone = "${anchang.site.time-zone}")
    void eachNight() {
        check(PaymentReminders.SYSTEM);
    }

    /** @return how many differences there are */
    public int check(String by) {
        UUID check = UUID.randomUUID();
        database.sql("insert into sales.ledger_checks (id, checked_at, checked_by, accounts)"
                        + " values (:id, :at, :by, (select count(*) from sales.accounts where settled_at is null))")
                .param("id", check)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
        int found = add(check, DifferenceKind.PLAN_PRICE, """
                        select k.case_id as account, k.total as expected, coalesce(sum(i.amount), 0) as found,
                               k.total <> coalesce(sum(i.amount), 0) as differs
                          from sales.sales_contracts k
                          join sales.accounts a on a.id = k.case_id and a.settled_at is null
                          join sales.payment_plans p on p.account_id = a.id
                               and p.revision = (select max(revision) from sales.payment_plans where account_id = a.id)
                          left join sales.instalments i on i.plan_id = p.id
                         where k.voided_on is null group by k.case_id, k.total""")
                + add(check, DifferenceKind.ALLOCATION, """
                        select account, expected, found, expected <> found as differs from (
                        select a.id as account,
                               coalesce((select sum(y.amount) from sales.payments y
                                          where y.account_id = a.id and y.state = 'CONFIRMED'), 0) as expected,
                               coalesce((select sum(l.amount) from sales.allocations l
                                           join sales.payments y on y.id = l.payment_id
                                          where y.account_id = a.id and l.freed_at is null), 0) as found
                          from sales.accounts a where a.settled_at is null
                           and exists (select 1 from sales.payment_plans p where p.account_id = a.id)) money""")
                + add(check, DifferenceKind.TABLE, """
                        select coalesce(t.account_id, b.account_id) as account,
                               coalesce(sum(b.amount - b.paid), 0) as expected, coalesce(sum(t.amount - t.paid), 0) as found,
                               bool_or((t.amount, t.paid, t.due_on, t.seq, t.consultant, t.project_id)
                                       is distinct from (b.amount, b.paid, b.due_on, b.seq, b.consultant, b.project_id)) as differs
                          from sales.receivables_by_the_ledger b
                          full join sales.receivables t on t.instalment_id = b.instalment_id group by 1""");
        if (found > 0) {
            log.warn("The books do not hold together in {} places, see the statistics of receivables", found);
        }
        return found;
    }

    /** @param comparison account, expected, found, and whether it differs; sums may be equal though lines are not */
    private int add(UUID check, DifferenceKind kind, String comparison) {
        return database.sql("insert into sales.ledger_differences (check_id, account_id, kind, expected, found) select"
                        + " :check, account, :kind, expected, found from (" + comparison
                        + ") compared where differs")
                .param("check", check)
                .param("kind", kind.name())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Checked> latest() {
        return database.sql("select * from sales.ledger_checks order by checked_at desc limit 1")
                .query((row, number) -> new Checked(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("checked_at").toInstant(),
                        row.getString("checked_by"),
                        row.getLong("accounts")))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<LedgerDifference> differences(UUID check) {
        return differences(check, Set.of());
    }

    /** @param closed the projects that are not to be seen */
    @Transactional(readOnly = true)
    public List<LedgerDifference> differences(UUID check, Set<UUID> closed) {
        return database.sql("""
                        select d.*, c.no, p.name from sales.ledger_differences d
                          left join sales.sales_cases c on c.id = d.account_id
                          left join sales.customers p on p.id = c.customer_id
                         where d.check_id = :check and (c.project_id is null or c.project_id <> all(cast(:closed as uuid[])))
                         order by d.kind, c.no limit 200""")
                .param("check", check)
                .param("closed", Sites.listed(closed))
                .query((row, number) -> new LedgerDifference(
                        row.getObject("account_id", UUID.class),
                        row.getString("no"),
                        row.getString("name"),
                        DifferenceKind.valueOf(row.getString("kind")),
                        Money.of(row.getBigDecimal("expected")),
                        Money.of(row.getBigDecimal("found"))))
                .list();
    }
}
