package cn.anchang.workbench.customers;

import cn.anchang.customer.Channel;
import cn.anchang.customer.CustomerKind;
import cn.anchang.customer.CustomerState;
import cn.anchang.customer.Grade;
import cn.anchang.customer.IdType;
import cn.anchang.customer.Intent;
import cn.anchang.customer.LostReason;
import cn.anchang.customer.PersonalData;
import cn.anchang.customer.Segment;
import cn.anchang.salescase.CaseState;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Money;
import cn.anchang.workbench.customers.Viewer.Scope;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One customer as far as a person may see them: the row, the sales of a lifetime, the sales they only join in. */
@Service
@Transactional(readOnly = true)
class CustomerFiles {

    private static final int DEALS_SHOWN = 60;
    private static final int NAMESAKES_OPENED = 40;
    private static final Set<CaseState> DEAL_DONE = EnumSet.of(CaseState.CHECKED, CaseState.COMPLETED);

    private static final String DEALS = """
            select c.id, c.no, c.project_name, c.unit_no, c.layout, c.state, c.consultant, c.opened_at, c.closed_at, c.follow_up_on,
                   coalesce(k.total, s.price) as amount,
                   (select string_agg(b.name, '、' order by b.seq) from sales.buyers b where b.subscription_id = s.id) as buyers
              from sales.sales_cases c
              left join sales.subscriptions s on s.case_id = c.id
              left join sales.sales_contracts k on k.case_id = c.id and k.voided_on is null
            """;

    private record Namesake(UUID caseId, byte[] idNo, byte[] phone) {}

    private final JdbcClient database;
    private final PersonalData personalData;

    CustomerFiles(JdbcClient database, PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    /** Empty for a stranger's id and for a customer this person does not see: nobody learns which. */
    Optional<CustomerSheet> of(UUID customerId, Viewer viewer) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", customerId);
        String sees = viewer.sees(values, true);
        return database.sql("""
                        select c.*, (select count(*) from sales.visits v where v.customer_id = c.id) as visits,
                               (select count(*) from sales.sales_cases k where k.customer_id = c.id) as deals
                          from sales.customers c where c.id = :id""" + sees).params(values).query(this::sheet).optional();
    }

    /** The row that goes on for a merged one. */
    Optional<UUID> mergedInto(UUID customerId) {
        return database.sql("select merged_into from sales.customers where id = :id and merged_into is not null")
                .param("id", customerId)
                .query(UUID.class)
                .optional();
    }

    /** The latest first. */
    List<Deal> deals(UUID customerId, Viewer viewer) {
        return database.sql(DEALS + " where c.customer_id = :id" + open(viewer)
                        + " order by c.opened_at desc, c.id limit " + DEALS_SHOWN)
                .params(asked(viewer, "id", customerId))
                .query((row, n) -> deal(row, viewer))
                .list();
    }

    /** Sales of other customers in which this one buys too: known by the number of papers or the phone, never by the name alone. */
    List<Deal> joinedIn(CustomerSheet customer, Viewer viewer) {
        List<Namesake> namesakes = database.sql("""
                        select s.case_id, b.id_no_sealed, b.phone_sealed
                          from sales.buyers b
                          join sales.subscriptions s on s.id = b.subscription_id
                          join sales.sales_cases c on c.id = s.case_id
                         where b.name = :name and c.customer_id <> :id
                         limit :most""")
                .param("most", NAMESAKES_OPENED)
                .param("name", customer.name())
                .param("id", customer.id())
                .query((row, n) -> new Namesake(
                        row.getObject("case_id", UUID.class),
                        row.getBytes("id_no_sealed"),
                        row.getBytes("phone_sealed")))
                .list();
        if (namesakes.isEmpty()) {
            return List.of();
        }
        Numbers known = numbersOf(customer.id());
        List<UUID> joined = namesakes.stream()
                .filter(one -> known.idNo() != null && known.idNo().equals(opened(one.idNo(), one.caseId()))
                        || known.phone().equals(opened(one.phone(), one.caseId())))
                .map(Namesake::caseId)
                .toList();
        if (joined.isEmpty()) {
            return List.of();
        }
        return database.sql(DEALS + " where c.id in (:cases)" + open(viewer) + " order by c.opened_at desc, c.id")
                .params(asked(viewer, "cases", joined))
                .query((row, n) -> deal(row, viewer))
                .list();
    }

    private record Numbers(String idNo, String phone) {}

    private Numbers numbersOf(UUID customerId) {
        return database.sql("select phone, id_no_sealed from sales.customers where id = :id")
                .param("id", customerId)
                .query((row, n) ->
                        new Numbers(opened(row.getBytes("id_no_sealed"), customerId), row.getString("phone")))
                .single();
    }

    private String opened(byte[] sealed, UUID row) {
        return sealed == null ? null : personalData.open(sealed, row);
    }

    private static String open(Viewer viewer) {
        return viewer.closed().isEmpty() ? "" : " and c.project_id not in (:closed)";
    }

    private static Map<String, Object> asked(Viewer viewer, String name, Object value) {
        Map<String, Object> values = new HashMap<>();
        values.put(name, value);
        if (!viewer.closed().isEmpty()) {
            values.put("closed", viewer.closed());
        }
        return values;
    }

    private static Deal deal(ResultSet row, Viewer viewer) throws SQLException {
        CaseState state = CaseState.valueOf(row.getString("state"));
        String consultant = row.getString("consultant");
        BigDecimal amount = row.getBigDecimal("amount");
        boolean open = viewer.scope() == Scope.ALL
                || consultant.equals(viewer.userId())
                || viewer.scope() == Scope.DEALS && DEAL_DONE.contains(state);
        return new Deal(
                row.getObject("id", UUID.class),
                row.getString("no"),
                row.getString("project_name"),
                row.getString("unit_no"),
                row.getString("layout"),
                state,
                consultant,
                CustomerList.moment(row, "opened_at"),
                CustomerList.moment(row, "closed_at"),
                row.getObject("follow_up_on", java.time.LocalDate.class),
                amount == null ? null : Money.of(amount),
                row.getString("buyers"),
                open);
    }

    private CustomerSheet sheet(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String idNo = opened(row.getBytes("id_no_sealed"), id);
        return new CustomerSheet(
                id,
                row.getLong("version"),
                row.getString("no"),
                row.getString("name"),
                CustomerKind.valueOf(row.getString("kind")),
                Masked.phone(row.getString("phone")),
                CustomerList.value(IdType.class, row.getString("id_type")),
                idNo == null ? null : Masked.idNo(idNo),
                row.getString("email"),
                Channel.valueOf(row.getString("channel")),
                CustomerList.value(Segment.class, row.getString("segment")),
                CustomerList.value(Grade.class, row.getString("grade")),
                CustomerState.valueOf(row.getString("state")),
                CustomerList.value(LostReason.class, row.getString("lost_reason")),
                row.getString("lost_note"),
                row.getString("owner"),
                CustomerList.moment(row, "protected_until"),
                new Intent(
                        row.getString("wanted_area"),
                        row.getString("wanted_layout"),
                        row.getString("wanted_budget"),
                        row.getString("wanted_floor"),
                        row.getString("motive"),
                        row.getString("objections"),
                        row.getString("rivals")),
                row.getString("co_buyers"),
                row.getString("remark"),
                CustomerList.moment(row, "created_at"),
                CustomerList.moment(row, "last_contact_at"),
                row.getObject("follow_up_on", java.time.LocalDate.class),
                row.getBoolean("follow_up_agreed"),
                row.getObject("merged_into", UUID.class),
                row.getInt("visits"),
                row.getInt("deals"));
    }
}
