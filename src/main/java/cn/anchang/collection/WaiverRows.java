package cn.anchang.collection;

import cn.anchang.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Waivers as rows; one is asked at a time, by database key. */
@Repository
class WaiverRows {

    private final JdbcClient database;

    WaiverRows(JdbcClient database) {
        this.database = database;
    }

    void add(UUID id, UUID arrears, UUID document, String no, Money amount, String by, Instant at) {
        database.sql(
                        "insert into sales.late_fee_waivers (id, arrears_id, document_id, no, amount, state, asked_by, asked_at,"
                                + " written_by) values (:id, :arrears, :document, :no, :amount, 'ASKED', :by, :at, :by)")
                .param("id", id)
                .param("arrears", arrears)
                .param("document", document)
                .param("no", no)
                .param("amount", amount.amount())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Waiver> byId(UUID id) {
        return database.sql("select * from sales.late_fee_waivers where id = :id")
                .param("id", id)
                .query(WaiverRows::waiver)
                .optional();
    }

    Optional<Waiver> byDocument(UUID document) {
        return database.sql("select * from sales.late_fee_waivers where document_id = :document")
                .param("document", document)
                .query(WaiverRows::waiver)
                .optional();
    }

    /** The earliest first. */
    List<Waiver> of(UUID arrears) {
        return database.sql("select * from sales.late_fee_waivers where arrears_id = :arrears order by asked_at, id")
                .param("arrears", arrears)
                .query(WaiverRows::waiver)
                .list();
    }

    /** What was granted about this line, also before money was taken back and it was opened anew. */
    Money waived(Arrears arrears) {
        return Money.of(database.sql("""
                        select coalesce(sum(w.amount), 0) from sales.late_fee_waivers w join sales.arrears a on a.id = w.arrears_id
                         where w.state = 'APPROVED' and a.account_id = :account and a.kind = :kind and a.due_on = :dueOn
                           and a.nth = :nth""")
                .param("account", arrears.account())
                .param("kind", arrears.kind().name())
                .param("dueOn", arrears.dueOn())
                .param("nth", arrears.nth())
                .query((row, number) -> row.getBigDecimal(1))
                .single());
    }

    /** Likewise of many, by their ids; those of which nothing was granted are not in it. */
    Map<UUID, Money> waived(Collection<Arrears> many) {
        Map<UUID, Money> waived = new HashMap<>();
        if (!many.isEmpty()) {
            database.sql("""
                            select o.id, sum(w.amount) as amount
                              from sales.arrears o
                              join sales.arrears a on a.account_id = o.account_id and a.kind = o.kind and a.due_on = o.due_on
                               and a.nth = o.nth
                              join sales.late_fee_waivers w on w.arrears_id = a.id and w.state = 'APPROVED'
                             where o.id in (:many) group by o.id""")
                    .param("many", many.stream().map(Arrears::id).toList())
                    .query(row -> {
                        waived.put(row.getObject("id", UUID.class), Money.of(row.getBigDecimal("amount")));
                    });
        }
        return waived;
    }

    void askedAgain(UUID id, Money amount, String changed, String by) {
        database.sql(
                        "update sales.late_fee_waivers set amount = :amount, changed = :changed, written_by = :by where id = :id")
                .param("amount", amount.amount())
                .param("changed", changed)
                .param("by", by)
                .param("id", id)
                .update();
    }

    void abandoned(UUID id) {
        database.sql("update sales.late_fee_waivers set state = 'ABANDONED' where id = :id and state = 'ASKED'")
                .param("id", id)
                .update();
    }

    void decided(UUID document, WaiverState state, String by, Instant at) {
        database.sql("update sales.late_fee_waivers set state = :state, decided_by = :by, decided_at = :at"
                        + " where document_id = :document and state = 'ASKED'")
                .param("state", state.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("document", document)
                .update();
    }

    private static Waiver waiver(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Waiver(
                row.getObject("id", UUID.class),
                row.getObject("arrears_id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getString("no"),
                Money.of(row.getBigDecimal("amount")),
                WaiverState.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("written_by"),
                row.getString("changed"),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant());
    }
}
