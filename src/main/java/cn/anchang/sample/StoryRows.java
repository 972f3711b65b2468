package cn.anchang.sample;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the story looks up to know how far it has come; it writes nothing here. */
@Component
@Profile("sample")
class StoryRows {

    /** @param phone of the buyer */
    record Owed(UUID account, String phone, int seq, InstalmentKind kind, Money rest, LocalDate dueOn) {}

    private final JdbcClient jdbc;
    private final HistoryService history;

    StoryRows(JdbcTemplate jdbc, HistoryService history) {
        this.jdbc = JdbcClient.create(jdbc);
        this.history = history;
    }

    boolean hasSales() {
        return jdbc.sql("select exists (select 1 from sales.sales_cases)")
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> caseOf(String phone) {
        return jdbc.sql("select c.id from sales.sales_cases c join sales.customers k on k.id = c.customer_id"
                        + " where k.phone = :phone order by c.opened_at limit 1")
                .param("phone", phone)
                .query(UUID.class)
                .optional();
    }

    Map<String, UUID> casesByPhone() {
        Map<String, UUID> cases = new HashMap<>();
        jdbc.sql("select k.phone, c.id from sales.sales_cases c join sales.customers k on k.id = c.customer_id")
                .query(row -> {
                    cases.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return cases;
    }

    boolean hasChangeOrder(UUID caseId) {
        return jdbc.sql("select exists (select 1 from sales.change_orders where case_id = :id)")
                .param("id", caseId)
                .query(Boolean.class)
                .single();
    }

    /** What buyers owe that falls due by this day, apart from what is due before the contract. */
    List<Owed> owedBy(LocalDate day) {
        return jdbc.sql("select r.account_id, k.phone, r.seq, r.kind, r.amount - r.paid, r.due_on"
                        + " from sales.receivables r join sales.sales_cases c on c.id = r.account_id"
                        + " join sales.customers k on k.id = c.customer_id"
                        + " where r.paid < r.amount and r.due_on <= :day and r.kind in ('INSTALMENT', 'BALANCE', 'ADJUSTMENT')"
                        + " order by r.due_on, r.account_id, r.seq")
                .param("day", day)
                .query((row, n) -> new Owed(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getInt(3),
                        InstalmentKind.valueOf(row.getString(4)),
                        Money.of(row.getBigDecimal(5)),
                        row.getObject(6, LocalDate.class)))
                .list();
    }

    /** How often these steps were done in a matter. */
    int done(String businessKey, String... tasks) {
        return (int) history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKeyIn(tasks)
                .finished()
                .count();
    }
}
