package cn.anchang.marketing;

import cn.anchang.customer.Channel;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of a project of its own, put in by hand: what figures are counted from. */
final class SiteRows {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final UUID projectId = UUID.randomUUID();
    private final UUID book = UUID.randomUUID();
    private final UUID building = UUID.randomUUID();
    private final JdbcTemplate jdbc;
    private int acts;

    SiteRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        StringBuilder code = new StringBuilder();
        ThreadLocalRandom.current().ints(6, 'A', 'Z' + 1).forEach(letter -> code.append((char) letter));
        UUID region = UUID.randomUUID();
        jdbc.update("insert into sales.regions (id, name, version) values (?, ?, 0)", region, "大区" + code);
        jdbc.update(
                "insert into sales.projects (id, region_id, name, code, city, version) values (?, ?, ?, ?, '杭州', 0)",
                projectId,
                region,
                "楼盘" + code,
                code.toString());
        jdbc.update(
                "insert into sales.buildings (id, project_id, name, version) values (?, ?, '1号楼', 0)",
                building,
                projectId);
        jdbc.update(
                "insert into sales.receipt_books (id, project_id, code, name) values (?, ?, ?, ?)",
                book,
                projectId,
                code.toString(),
                "楼盘" + code);
    }

    static LocalDateTime at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute);
    }

    private static Timestamp moment(LocalDateTime at) {
        return Timestamp.from(at.atZone(SHANGHAI).toInstant());
    }

    UUID visit(LocalDateTime at, Channel channel, boolean first) {
        UUID customer = UUID.randomUUID();
        UUID visit = UUID.randomUUID();
        jdbc.update(
                "insert into sales.customers (id, no, name, kind, phone, channel, state, created_at, version)"
                        + " values (?, ?, '王小明', 'PERSON', ?, ?, 'VISITED', now(), 0)",
                customer,
                "KH" + customer.toString().substring(0, 8),
                customer.toString(),
                channel.name());
        jdbc.update(
                "insert into sales.visits (id, customer_id, project_id, visited_at, first_visit, party_size, channel,"
                        + " consultant, version) values (?, ?, ?, ?, ?, 2, ?, 'chen.xiao', 0)",
                visit,
                customer,
                projectId,
                moment(at),
                first,
                channel.name());
        return visit;
    }

    /** What the visitor suggested. Returns the customer's number. */
    String suggestion(UUID visit, LocalDateTime at, String text) {
        UUID customer = jdbc.queryForObject("select customer_id from sales.visits where id = ?", UUID.class, visit);
        jdbc.update(
                "insert into sales.customer_feedback (id, customer_id, visit_id, noted_at, noted_by, suggestion, version)"
                        + " values (?, ?, ?, ?, 'chen.xiao', ?, 0)",
                UUID.randomUUID(),
                customer,
                visit,
                moment(at),
                text);
        return jdbc.queryForObject("select no from sales.customers where id = ?", String.class, customer);
    }

    /** A sale with an account, opened by a visit on that day. */
    UUID sale(UUID visit, LocalDateTime openedAt, String area) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into sales.sales_cases (id, version, no, customer_id, project_id, project_name, visit_id, consultant,"
                        + " state, opened_at, area) select ?, 0, ?, customer_id, project_id, '楼盘', id, consultant,"
                        + " 'RESERVED', ?, ? from sales.visits where id = ?",
                id,
                caseNo(id),
                moment(openedAt),
                new BigDecimal(area),
                visit);
        jdbc.update(
                "insert into sales.accounts (id, book_id, price, opened_by, opened_at, version) values (?, ?, 1000000, 'x', now(), 0)",
                id,
                book);
        return id;
    }

    static String caseNo(UUID sale) {
        return "XS-" + sale.toString().substring(0, 8);
    }

    void lost(UUID sale, String reason, LocalDateTime at) {
        jdbc.update(
                "update sales.sales_cases set state = 'LOST', lost_reason = ?, close_reason = ?, closed_at = ? where id = ?",
                reason,
                reason,
                moment(at),
                sale);
    }

    UUID subscription(UUID sale, LocalDate on, String price) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into sales.subscriptions (id, version, case_id, no, unit_id, unit_no, list_price, price, deposit, terms, state,"
                        + " subscribed_on, first_sign_by, sign_by) values (?, 0, ?, ?, ?, '101', ?, ?, 0, 'FULL', 'SUBSCRIBED', ?, ?, ?)",
                id,
                sale,
                "RG-" + id,
                UUID.randomUUID(),
                new BigDecimal(price),
                new BigDecimal(price),
                on,
                on.plusDays(7),
                on.plusDays(7));
        return id;
    }

    void forfeited(UUID subscription, LocalDateTime at) {
        jdbc.update(
                "update sales.subscriptions set state = 'FORFEITED', fault = 'BUYER', ruled_by = 'wu.zong', ruled_at = ?,"
                        + " ruling = '逾期' where id = ?",
                moment(at),
                subscription);
    }

    void contract(UUID sale, UUID subscription, LocalDate on, String total) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into sales.sales_contracts (id, version, case_id, subscription_id, no, total, signed_on, deliver_on,"
                        + " file_by) values (?, 0, ?, ?, ?, ?, ?, ?, ?)",
                id,
                sale,
                subscription,
                "HT-" + id,
                new BigDecimal(total),
                on,
                on.plusDays(90),
                on.plusDays(30));
    }

    void payment(UUID sale, LocalDate paidOn, String item, String amount, String state) {
        jdbc.update(
                "insert into sales.payments (id, account_id, seq, item, amount, method, payer, paid_on, state, entered_by,"
                        + " entered_at, confirmed_by, confirmed_at, reversed_by, reversed_at, reversal)"
                        + " values (?, ?, ?, ?, ?, 'CASH', '王小明', ?, ?, 'qian.hui', now(), 'qian.hui', now(),"
                        + " case when ? = 'REVERSED' then 'qian.hui' end, case when ? = 'REVERSED' then now() end,"
                        + " case when ? = 'REVERSED' then '支票退票' end)",
                UUID.randomUUID(),
                sale,
                ++acts,
                item,
                new BigDecimal(amount),
                paidOn,
                state,
                state,
                state,
                state);
    }

    void refund(UUID sale, LocalDate paidOn, String amount, boolean reversed) {
        jdbc.update(
                "insert into sales.refunds (id, account_id, seq, amount, method, payee, paid_on, reason, after_settlement,"
                        + " paid_by, paid_at, reversed_by, reversed_at, reversal) values (?, ?, ?, ?, 'CASH', '王小明', ?, '多付',"
                        + " false, 'qian.hui', now(), case when ? then 'qian.hui' end, case when ? then now() end,"
                        + " case when ? then '退汇' end)",
                UUID.randomUUID(),
                sale,
                ++acts,
                new BigDecimal(amount),
                paidOn,
                reversed,
                reversed,
                reversed);
    }

    /** What the closed sale's summary passes on. */
    void summed(UUID sale, LocalDateTime at, String code, String text) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into sales.sales_summaries (id, version, case_id, written_by, written_at) values (?, 0, ?, 'chen.xiao', ?)",
                id,
                sale,
                moment(at));
        jdbc.update(
                "insert into sales.sales_summary_answers (summary_id, seq, code, title, text) values (?, 0, ?, '客户建议', ?)",
                id,
                code,
                text);
    }

    UUID unit(String number, String area, String state) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into sales.units (id, building_id, unit_no, section, number, floor, purpose, gross_area, state, version)"
                        + " values (?, ?, ?, '', ?, 3, 'HOME', ?, ?, 0)",
                id,
                building,
                number,
                number,
                new BigDecimal(area),
                state);
        return id;
    }

    void price(LocalDate from, int revision, UUID unit, String price) {
        UUID list = UUID.randomUUID();
        jdbc.update(
                "insert into sales.price_lists (id, project_id, revision, effective_on, source, drawn_up_by, drawn_up_at,"
                        + " approved_at, version)"
                        + " values (?, ?, ?, ?, 'test', 'sun.li', now(), now(), 0)",
                list,
                projectId,
                revision,
                from);
        jdbc.update(
                "insert into sales.unit_prices (unit_id, price_list_id, list_price, floor_price) values (?, ?, ?, 1)",
                unit,
                list,
                new BigDecimal(price));
    }

    void occupied(UUID unit, UUID sale, String price) {
        jdbc.update(
                "insert into sales.unit_occupancy (unit_id, case_id, consultant, since, list_price, floor_price)"
                        + " values (?, ?, 'chen.xiao', now(), ?, 1)",
                unit,
                sale,
                new BigDecimal(price));
    }
}
