package cn.anchang.workbench.customers;

import cn.anchang.customer.Channel;
import cn.anchang.customer.CustomerState;
import cn.anchang.customer.Grade;
import cn.anchang.customer.Segment;
import cn.anchang.shared.Masked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers a person sees, filtered and in order, read piece by piece. */
@Service
@Transactional(readOnly = true)
class CustomerList {

    /** Counts stop here: what is more is "many", and costs no more to say. */
    static final int COUNTED = 1_000;

    private static final int FETCHED = 500;

    private static final String COLUMNS =
            "c.id, c.no, c.name, c.phone, c.state, c.grade, c.segment, c.owner, c.channel,"
                    + " c.last_contact_at, c.follow_up_on, c.follow_up_agreed, c.protected_until";

    private final JdbcClient database;
    private final Clock clock;

    CustomerList(DataSource source, Clock clock) {
        JdbcTemplate pieces = new JdbcTemplate(source);
        pieces.setFetchSize(FETCHED);
        this.database = JdbcClient.create(pieces);
        this.clock = clock;
    }

    List<CustomerLine> rows(Viewer viewer, CustomerFilter filter, int offset, int limit) {
        return select(viewer, filter, " limit " + limit + " offset " + offset).list();
    }

    /** The same rows as on the page, one after the other. */
    void each(Viewer viewer, CustomerFilter filter, Consumer<CustomerLine> taker) {
        try (Stream<CustomerLine> rows = select(viewer, filter, "").stream()) {
            rows.forEach(taker);
        }
    }

    /** How many the filter leaves, {@link #COUNTED} for that many and more. */
    long count(Viewer viewer, CustomerFilter filter) {
        Map<String, Object> values = values();
        String where = where(viewer, filter, values);
        return database.sql("select count(*) from (select 1 from sales.customers c" + where + " limit " + COUNTED
                        + ") counted")
                .params(values)
                .query(Long.class)
                .single();
    }

    private JdbcClient.MappedQuerySpec<CustomerLine> select(Viewer viewer, CustomerFilter filter, String page) {
        Map<String, Object> values = values();
        String where = where(viewer, filter, values);
        return database.sql("select " + COLUMNS + " from sales.customers c" + where + " order by "
                        + filter.sort().order() + page)
                .params(values)
                .query(CustomerList::line);
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        Instant now = clock.instant();
        values.put("today", today());
        values.put("now", Timestamp.from(now));
        values.put("soon", Timestamp.from(now.plus(Protection.SOON_DAYS, ChronoUnit.DAYS)));
        return values;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String where(Viewer viewer, CustomerFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(" where c.state <> 'MERGED'").append(viewer.sees(values, false));
        add(where, values, "c.state = :state", "state", filter.state());
        add(where, values, "c.grade = :grade", "grade", filter.grade());
        add(where, values, "c.owner = :owner", "owner", filter.owner());
        add(where, values, "c.channel = :channel", "channel", filter.channel());
        add(where, values, "c.segment = :segment", "segment", filter.segment());
        if (filter.follow() != null) {
            where.append(" and ").append(filter.follow().condition());
        }
        if (filter.protection() != null) {
            where.append(" and ").append(filter.protection().condition());
        }
        if (filter.q() != null) {
            text(where, values, filter.q());
        }
        return where.toString();
    }

    /** Never a part of a phone beyond what everybody sees of it: else the masked digits could be found by trying (R35). */
    private static void text(StringBuilder where, Map<String, Object> values, String asked) {
        String digits = asked.replaceAll("[\\s-]", "");
        values.put("text", asked);
        if (digits.matches("\\d{4}")) {
            values.put("digits", digits);
            where.append(" and (reverse(c.phone) like reverse(:digits) || '%'"
                    + " or sales.pairs(c.name) @> sales.pairs(:text) and strpos(c.name, :text) > 0)");
        } else if (digits.matches("\\d{10,12}")) {
            values.put("digits", digits);
            where.append(
                    " and (c.phone = :digits or c.id in (select m.merged_into from sales.customers m where m.phone = :digits))");
        } else {
            values.put("no", asked.toUpperCase(java.util.Locale.ROOT));
            where.append(
                    " and (sales.pairs(c.name) @> sales.pairs(:text) and strpos(c.name, :text) > 0 or c.no = :no)");
        }
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }

    private static CustomerLine line(ResultSet row, int number) throws SQLException {
        return new CustomerLine(
                row.getObject("id", UUID.class),
                row.getString("no"),
                row.getString("name"),
                Masked.phone(row.getString("phone")),
                CustomerState.valueOf(row.getString("state")),
                value(Grade.class, row.getString("grade")),
                value(Segment.class, row.getString("segment")),
                row.getString("owner"),
                Channel.valueOf(row.getString("channel")),
                moment(row, "last_contact_at"),
                row.getObject("follow_up_on", LocalDate.class),
                row.getBoolean("follow_up_agreed"),
                moment(row, "protected_until"));
    }

    static <E extends Enum<E>> E value(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
