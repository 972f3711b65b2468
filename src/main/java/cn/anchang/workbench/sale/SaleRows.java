package cn.anchang.workbench.sale;

import cn.anchang.salescase.CaseState;
import cn.anchang.shared.Masked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sales, customers and units as lists and searches show them, each only to whom it is open. */
@Service
@Transactional(readOnly = true)
class SaleRows {

    private static final String LINE =
            "select c.id, c.no, c.customer_id, p.name, p.phone, c.project_name, c.unit_no, c.consultant, c.state, c.opened_at,"
                    + " c.closed_at";
    private static final String CLOSED = Arrays.stream(CaseState.values())
            .filter(CaseState::isClosed)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", "));

    private static final String NAMED =
            "sales.pairs(p.name) @> sales.pairs(:q) and strpos(lower(p.name), lower(:q)) > 0";
    private static final String OF_THE_UNIT =
            "sales.pairs(%1$s.unit_no) @> sales.pairs(:q) and strpos(lower(%1$s.unit_no), lower(:q)) > 0";

    /** A customer in a search. */
    record CustomerLine(UUID id, String no, String name, String phone, String consultant, int sales) {}

    /** A unit in a search. */
    record UnitLine(
            UUID id, String unitNo, UUID project, String projectName, String building, String layout, String state) {}

    private final JdbcClient database;

    SaleRows(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    List<SaleLine> sales(SaleFilter filter, SaleReader reader, int offset, int limit) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, reader, values);
        return database.sql(LINE
                        + ", null as found_by from sales.sales_cases c join sales.customers p on p.id = c.customer_id"
                        + where + " order by c.opened_at desc, c.id limit " + limit + " offset " + offset)
                .params(values)
                .query(SaleRows::line)
                .list();
    }

    private static String where(SaleFilter filter, SaleReader reader, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(" where ").append(reader.sales(values));
        add(where, values, "c.project_id = :project", "project", filter.project());
        add(where, values, "c.customer_id = :customer", "customer", filter.customer());
        add(where, values, "c.consultant = :consultant", "consultant", blankToNull(filter.consultant()));
        add(
                where,
                values,
                "c.state = :state",
                "state",
                filter.state() == null ? null : filter.state().name());
        if (filter.open()) {
            where.append(" and c.state not in (").append(CLOSED).append(")");
        }
        Typed.read(filter.q())
                .ifPresent(typed -> where.append(" and c.id in (select id from (")
                        .append(hits(typed, values))
                        .append(") as hits)"));
        return where.toString();
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Found by customer, phone, unit, or the number of the case, its subscription, its contract or one of its receipts. */
    List<SaleLine> salesFound(Typed typed, SaleReader reader, int limit) {
        Map<String, Object> values = new HashMap<>();
        String hits = hits(typed, values);
        return database.sql("with hit as (select id, min(found_by) as found_by from (" + hits
                        + ") as hits group by id) " + LINE
                        + ", h.found_by from hit h join sales.sales_cases c on c.id = h.id"
                        + " join sales.customers p on p.id = c.customer_id where " + reader.sales(values)
                        + " order by c.opened_at desc, c.id limit " + limit)
                .params(values)
                .query(SaleRows::line)
                .list();
    }

    /** The sales that answer to what was typed, whoever may read them; each way of asking has an index of its own. */
    private static String hits(Typed typed, Map<String, Object> values) {
        values.put("q", typed.text());
        StringBuilder hits = new StringBuilder("select c.id, null as found_by from sales.customers p"
                        + " join sales.sales_cases c on c.customer_id = p.id where " + NAMED)
                .append(" union all select c.id, null from sales.sales_cases c where ")
                .append(OF_THE_UNIT.formatted("c"));
        typed.phoneEnd().ifPresent(end -> {
            values.put("phone", end);
            hits.append(
                    " union all select c.id, null from sales.customers p join sales.sales_cases c on c.customer_id = p.id"
                            + " where reverse(p.phone) like :phone");
        });
        typed.numberEnd().ifPresent(end -> {
            values.put("number", end);
            hits.append(" union all select c.id, null from sales.sales_cases c where reverse(upper(c.no)) like :number"
                    + " union all select s.case_id, s.no from sales.subscriptions s where reverse(upper(s.no)) like :number"
                    + " union all select k.case_id, k.no from sales.sales_contracts k where reverse(upper(k.no)) like :number"
                    + " union all select r.account_id, r.receipt_no from sales.receipts r"
                    + " where reverse(upper(r.receipt_no)) like :number");
        });
        return hits.toString();
    }

    List<CustomerLine> customersFound(Typed typed, SaleReader reader, int limit) {
        Map<String, Object> values = new HashMap<>();
        values.put("q", typed.text());
        StringBuilder hit = new StringBuilder("((").append(NAMED).append(")");
        typed.phoneEnd().ifPresent(end -> {
            values.put("phone", end);
            hit.append(" or reverse(p.phone) like :phone");
        });
        hit.append(")");
        String customers = " from sales.customers p where p.state <> 'MERGED' and " + hit + " and "
                + reader.customers(values) + " order by p.no desc limit " + limit;
        return database.sql("select p.id, p.no, p.name, p.phone, p.owner, (select count(*) from sales.sales_cases c"
                        + " where c.customer_id = p.id and " + reader.sales(values) + ") as sales" + customers)
                .params(values)
                .query((row, number) -> new CustomerLine(
                        row.getObject("id", UUID.class),
                        row.getString("no"),
                        row.getString("name"),
                        Masked.phone(row.getString("phone")),
                        row.getString("owner"),
                        row.getInt("sales")))
                .list();
    }

    List<UnitLine> unitsFound(Typed typed, SaleReader reader, int limit) {
        Map<String, Object> values = new HashMap<>();
        values.put("q", typed.text());
        return database.sql(
                        "select u.id, u.unit_no, b.project_id, j.name as project_name, b.name as building, u.layout, u.state"
                                + " from sales.units u join sales.buildings b on b.id = u.building_id"
                                + " join sales.projects j on j.id = b.project_id where " + OF_THE_UNIT.formatted("u")
                                + reader.open("b.project_id", values)
                                + " order by length(u.unit_no), u.unit_no, u.id limit " + limit)
                .params(values)
                .query((row, number) -> new UnitLine(
                        row.getObject("id", UUID.class),
                        row.getString("unit_no"),
                        row.getObject("project_id", UUID.class),
                        row.getString("project_name"),
                        row.getString("building"),
                        row.getString("layout"),
                        row.getString("state")))
                .list();
    }

    private static SaleLine line(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new SaleLine(
                row.getObject("id", UUID.class),
                row.getString("no"),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                Masked.phone(row.getString("phone")),
                row.getString("project_name"),
                row.getString("unit_no"),
                row.getString("consultant"),
                CaseState.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("found_by"));
    }
}
