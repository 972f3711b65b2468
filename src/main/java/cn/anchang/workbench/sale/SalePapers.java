package cn.anchang.workbench.sale;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The papers and letters of a sale, and under which keys its processes and their tasks run. */
@Service
@Transactional(readOnly = true)
class SalePapers {

    /** A document as it was issued. @param kind a {@code PaperKind} @param printings how often it was printed */
    record Issued(UUID id, String kind, String subject, String no, String issuedBy, Instant issuedAt, int printings) {}

    /**
     * A controlled document of the sale.
     *
     * @param kind decides who reads it
     * @param what the key of a word, as is {@code state}
     */
    record Controlled(UUID id, String kind, String no, String what, String state, String askedBy, Instant askedAt) {}

    /** A letter. @param state a {@code LetterState} */
    record Letter(UUID reminderId, String subject, String to, String state, Instant postedAt, Instant finishedAt) {}

    private final JdbcClient database;

    SalePapers(JdbcClient database) {
        this.database = database;
    }

    List<Issued> issued(UUID caseId) {
        return database.sql("""
                        select p.id, p.kind, p.subject, p.no, p.issued_by, p.issued_at,
                               (select count(*) from sales.paper_prints x where x.paper_id = p.id) as printings
                        from sales.issued_papers p where p.case_id = :case order by p.issued_at desc, p.no desc""")
                .param("case", caseId)
                .query((row, number) -> new Issued(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("no"),
                        row.getString("issued_by"),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getInt("printings")))
                .list();
    }

    List<Controlled> controlled(UUID caseId) {
        return database.sql("""
                        select x.*, d.kind from (
                        select document_id, no, 'ChangeKind.' || kind as what, 'ChangeState.' || state as state, asked_by, asked_at
                          from sales.change_orders where case_id = :case
                        union all select document_id, no, 'sale.specialPrice', 'sale.specialPrice.' || state, asked_by, asked_at
                          from sales.special_prices where case_id = :case
                        union all select w.document_id, w.no, 'sale.waiver', 'WaiverState.' || w.state, w.asked_by, w.asked_at
                          from sales.late_fee_waivers w join sales.arrears a on a.id = w.arrears_id where a.account_id = :case
                        union all select d.id, d.no, 'sale.demand',
                               coalesce((select 'VersionState.' || v.state from sales.document_versions v where v.document_id = d.id
                                          order by v.number desc limit 1), 'VersionState.DRAFT'), d.opened_by, d.opened_at
                          from sales.controlled_documents d join sales.arrears a on a.demand_id = d.id where a.account_id = :case
                        ) x join sales.controlled_documents d on d.id = x.document_id
                        order by x.asked_at desc, x.no desc""")
                .param("case", caseId)
                .query((row, number) -> new Controlled(
                        row.getObject("document_id", UUID.class),
                        row.getString("kind"),
                        row.getString("no"),
                        row.getString("what"),
                        row.getString("state"),
                        row.getString("asked_by"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    /** The latest first, addresses masked (R35). */
    List<Letter> letters(UUID caseId) {
        return database.sql("""
                        select r.id as reminder_id, l.subject, l.recipient, l.state, l.posted_at, l.finished_at
                          from sales.letters l left join sales.reminders r on r.letter_id = l.id
                         where l.about = cast(:case as text)
                            or l.id in (select letter_id from sales.reminders where account_id = :case)
                         order by l.posted_at desc, l.id""")
                .param("case", caseId)
                .query((row, number) -> new Letter(
                        row.getObject("reminder_id", UUID.class),
                        row.getString("subject"),
                        masked(row.getString("recipient")),
                        row.getString("state"),
                        row.getTimestamp("posted_at").toInstant(),
                        instant(row.getTimestamp("finished_at"))))
                .list();
    }

    /** The business keys of everything that may have an open task about this sale. */
    List<String> keys(UUID caseId) {
        return database.sql("""
                        select cast(:case as text)
                        union all select cast(id as text) from sales.change_orders
                         where case_id = :case and state not in ('EXECUTED', 'REJECTED', 'ABANDONED')
                        union all select cast(id as text) from sales.special_prices where case_id = :case and state = 'ASKED'
                        union all select cast(id as text) from sales.arrears where account_id = :case and ended_at is null
                        union all select cast(w.id as text) from sales.late_fee_waivers w join sales.arrears a on a.id = w.arrears_id
                         where a.account_id = :case and w.state = 'ASKED'
                        union all select cast(id as text) from sales.reminders where account_id = :case and state = 'CALL'
                        union all select cast(id as text) from sales.payments where account_id = :case and state = 'PENDING'""").param("case", caseId).query(String.class).list();
    }

    private static Instant instant(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static String masked(String address) {
        int at = address.indexOf('@');
        return at < 1 ? address : address.charAt(0) + "***" + address.substring(at);
    }
}
