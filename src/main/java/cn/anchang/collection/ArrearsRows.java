package cn.anchang.collection;

import cn.anchang.organization.Sites;
import cn.anchang.payment.DueLine;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Arrears as rows. At most one lasts for a line, by database key, whoever opens it. */
@Repository
class ArrearsRows {

    private final JdbcClient database;

    ArrearsRows(JdbcClient database) {
        this.database = database;
    }

    /** @return whether it was not there yet and is now */
    boolean add(UUID id, DueLine line, LocalDate letterFrom, LocalDate reviewFrom, Instant at) {
        return database.sql("""
                                insert into sales.arrears (id, account_id, kind, due_on, nth, seq, rest, state, opened_at,
                                       letter_from, review_from)
                                values (:id, :account, :kind, :dueOn, :nth, :seq, :rest, 'OPEN', :at, :letter, :review)
                                on conflict (account_id, kind, due_on, nth) where ended_at is null do nothing""")
                        .param("id", id)
                        .param("account", line.account())
                        .param("kind", line.kind().name())
                        .param("dueOn", line.dueOn())
                        .param("nth", line.nth())
                        .param("seq", line.seq())
                        .param("rest", line.rest().amount())
                        .param("at", Timestamp.from(at))
                        .param("letter", letterFrom)
                        .param("review", reviewFrom)
                        .update()
                == 1;
    }

    Optional<Arrears> byId(UUID id) {
        return database.sql("select * from sales.arrears where id = :id")
                .param("id", id)
                .query(ArrearsRows::arrears)
                .optional();
    }

    /** Until the transaction ends nobody else does anything about it. */
    Arrears locked(UUID id) {
        return database.sql("select * from sales.arrears where id = :id for update")
                .param("id", id)
                .query(ArrearsRows::arrears)
                .single();
    }

    Optional<Arrears> byDemand(UUID document) {
        return database.sql("select * from sales.arrears where demand_id = :document")
                .param("document", document)
                .query(ArrearsRows::arrears)
                .optional();
    }

    /** Those of this account whose demand was approved, the latest first. */
    List<Arrears> approvedFor(UUID account) {
        return database.sql("select * from sales.arrears where account_id = :account and demand_version is not null"
                        + " order by opened_at desc")
                .param("account", account)
                .query(ArrearsRows::arrears)
                .list();
    }

    /** Those of these accounts that last. */
    List<Arrears> lasting(Collection<UUID> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : database.sql("select * from sales.arrears where account_id in (:accounts) and ended_at is null")
                        .param("accounts", accounts)
                        .query(ArrearsRows::arrears)
                        .list();
    }

    /**
     * The longest overdue first; what was typed is looked for in name, unit, case and contract number.
     *
     * @param consultant whose sales, or null for all
     * @param closed the projects that are not to be seen
     */
    List<Arrears> find(boolean over, String text, String consultant, Set<UUID> closed, int most) {
        return database.sql("""
                        select a.* from sales.arrears a
                          join sales.sales_cases c on c.id = a.account_id
                          join sales.customers p on p.id = c.customer_id
                          left join sales.sales_contracts k on k.case_id = c.id and k.voided_on is null
                         where (a.ended_at is not null) = :over
                           and c.project_id <> all(cast(:closed as uuid[]))
                           and (cast(:consultant as varchar) is null or c.consultant = :consultant)
                           and (:text = '' or strpos(p.name, :text) > 0 or strpos(c.unit_no, :text) > 0
                                or strpos(c.no, :text) > 0 or strpos(k.no, :text) > 0)
                         order by a.ended_at desc nulls last, a.due_on, a.id limit :most""")
                .param("over", over)
                .param("closed", Sites.listed(closed))
                .param("text", text)
                .param("consultant", consultant)
                .param("most", most)
                .query(ArrearsRows::arrears)
                .list();
    }

    void demanded(UUID id, UUID document) {
        database.sql("update sales.arrears set demand_id = :document where id = :id")
                .param("document", document)
                .param("id", id)
                .update();
    }

    void demandApproved(UUID id, UUID version) {
        database.sql("update sales.arrears set demand_version = :version where id = :id")
                .param("version", version)
                .param("id", id)
                .update();
    }

    void demandSent(UUID id, LocalDate on, LocalDate payBy, String mailNo) {
        database.sql("update sales.arrears set demand_sent_on = :on, demand_pay_by = :payBy, demand_mail_no = :mailNo"
                        + " where id = :id")
                .param("on", on)
                .param("payBy", payBy)
                .param("mailNo", mailNo)
                .param("id", id)
                .update();
    }

    void now(UUID id, ArrearsState state) {
        database.sql("update sales.arrears set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void ended(UUID id, ArrearsState state, String because, Money fee, Instant at) {
        database.sql("update sales.arrears set state = :state, ended_because = :because, fee = :fee, ended_at = :at"
                        + " where id = :id")
                .param("state", state.name())
                .param("because", because)
                .param("fee", fee == null ? null : fee.amount())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void note(UUID id, ArrearsNote note) {
        database.sql("insert into sales.arrears_notes (id, arrears_id, act, note, until, done_by, done_at)"
                        + " values (:noteId, :id, :act, :note, :until, :by, :at)")
                .param("noteId", UUID.randomUUID())
                .param("id", id)
                .param("act", note.act().name())
                .param("note", note.note())
                .param("until", note.until())
                .param("by", note.by())
                .param("at", Timestamp.from(note.at()))
                .update();
    }

    /** The earliest first. */
    List<ArrearsNote> notes(UUID id) {
        return database.sql("select * from sales.arrears_notes where arrears_id = :id order by done_at, id")
                .param("id", id)
                .query((row, number) -> new ArrearsNote(
                        ArrearsAct.valueOf(row.getString("act")),
                        row.getString("note"),
                        row.getObject("until", LocalDate.class),
                        row.getString("done_by"),
                        row.getTimestamp("done_at").toInstant()))
                .list();
    }

    /** What the contract in force says of each day of lateness. */
    Optional<BigDecimal> contractPercent(UUID account) {
        return database.sql(
                        "select late_fee_percent from sales.sales_contracts where case_id = :account and voided_on is null"
                                + " and late_fee_percent is not null")
                .param("account", account)
                .query((row, number) -> row.getBigDecimal(1))
                .optional();
    }

    /** Likewise of many, by account; an account whose contract says nothing is not in it. */
    Map<UUID, BigDecimal> contractPercents(Collection<UUID> accounts) {
        Map<UUID, BigDecimal> percents = new HashMap<>();
        if (!accounts.isEmpty()) {
            database.sql("select case_id, late_fee_percent from sales.sales_contracts where case_id in (:accounts)"
                            + " and voided_on is null and late_fee_percent is not null")
                    .param("accounts", accounts)
                    .query(row -> {
                        percents.put(row.getObject("case_id", UUID.class), row.getBigDecimal("late_fee_percent"));
                    });
        }
        return percents;
    }

    private static Arrears arrears(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        BigDecimal fee = row.getBigDecimal("fee");
        return new Arrears(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                InstalmentKind.valueOf(row.getString("kind")),
                row.getObject("due_on", LocalDate.class),
                row.getInt("nth"),
                row.getInt("seq"),
                Money.of(row.getBigDecimal("rest")),
                ArrearsState.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                row.getObject("letter_from", LocalDate.class),
                row.getObject("review_from", LocalDate.class),
                row.getObject("demand_id", UUID.class),
                row.getObject("demand_version", UUID.class),
                row.getObject("demand_sent_on", LocalDate.class),
                row.getObject("demand_pay_by", LocalDate.class),
                row.getString("demand_mail_no"),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_because"),
                fee == null ? null : Money.of(fee));
    }
}
