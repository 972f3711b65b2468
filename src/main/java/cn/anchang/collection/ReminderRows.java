package cn.anchang.collection;

import cn.anchang.organization.Sites;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reminders and holds as rows. Of two runs that come upon the same instalment and level the database lets one through. */
@Repository
class ReminderRows {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    ReminderRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** @return which of them were not there yet and are now */
    boolean[] add(List<Reminder> reminders) {
        int[] counts = batches.batchUpdate(
                "insert into sales.reminders (id, account_id, kind, due_on, nth, seq, level, audience, rest, letter_id, state,"
                        + " reason, made_by, made_at, resend_of) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (account_id, kind, due_on, nth, level) where resend_of is null do nothing",
                reminders.stream()
                        .map(one -> new Object[] {
                            one.id(),
                            one.account(),
                            one.kind().name(),
                            one.dueOn(),
                            one.nth(),
                            one.seq(),
                            one.level(),
                            one.audience().name(),
                            one.rest().amount(),
                            one.letterId(),
                            one.state().name(),
                            one.reason(),
                            one.madeBy(),
                            Timestamp.from(one.madeAt()),
                            one.resendOf()
                        })
                        .toList());
        boolean[] added = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            added[i] = counts[i] == 1;
        }
        return added;
    }

    List<Reminder> of(Collection<UUID> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : database.sql("select * from sales.reminders where account_id in (:accounts) and resend_of is null")
                        .param("accounts", accounts)
                        .query(ReminderRows::reminder)
                        .list();
    }

    Optional<Reminder> byId(UUID id) {
        return database.sql("select * from sales.reminders where id = :id")
                .param("id", id)
                .query(ReminderRows::reminder)
                .optional();
    }

    /** Whoever acts on it at the same time waits. */
    Optional<Reminder> locked(UUID id) {
        return database.sql("select * from sales.reminders where id = :id for update")
                .param("id", id)
                .query(ReminderRows::reminder)
                .optional();
    }

    /** Whether somebody has sent it again and that letter has not left yet. */
    boolean isBeingResent(UUID id) {
        return database.sql("select exists (select 1 from sales.reminders where resend_of = :id and state = 'POSTED')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Optional<Reminder> byLetter(UUID letter) {
        return database.sql("select * from sales.reminders where letter_id = :letter")
                .param("letter", letter)
                .query(ReminderRows::reminder)
                .optional();
    }

    /**
     * A reminder, and whether nobody is to be reminded about its sale on the day asked about.
     *
     * @param heldUntil null when it is not held
     */
    record Checked(Reminder reminder, LocalDate heldUntil, String heldBecause) {}

    /** What is asked about each letter before it leaves, at one go. */
    Checked check(UUID letter, LocalDate day) {
        return database.sql("""
                        select r.*, h.until, h.reason as hold_reason
                          from sales.reminders r
                          left join sales.reminder_holds h
                                 on h.account_id = r.account_id and h.released_at is null and h.until >= :day
                         where r.letter_id = :letter""")
                .param("letter", letter)
                .param("day", day)
                .query((row, number) -> new Checked(
                        reminder(row, number), row.getObject("until", LocalDate.class), row.getString("hold_reason")))
                .single();
    }

    void lettersSent(Collection<UUID> letters) {
        database.sql("update sales.reminders set state = 'SENT', reason = null where letter_id in (:letters)")
                .param("letters", letters)
                .update();
    }

    void letterEnded(UUID letter, ReminderState state, String reason) {
        database.sql("update sales.reminders set state = :state, reason = :reason where letter_id = :letter")
                .param("state", state.name())
                .param("reason", reason)
                .param("letter", letter)
                .update();
    }

    /** Those somebody still has to call about. */
    List<Reminder> callsOf(UUID account) {
        return database.sql("select * from sales.reminders where account_id = :account and state = 'CALL'")
                .param("account", account)
                .query(ReminderRows::reminder)
                .list();
    }

    /** The latest first; what was typed is looked for in name, unit, case and contract number. */
    List<Reminder> latest(String text, Set<UUID> closed, int most) {
        return database.sql("""
                        select r.* from sales.reminders r
                          join sales.sales_cases c on c.id = r.account_id
                          join sales.customers p on p.id = c.customer_id
                          left join sales.sales_contracts k on k.case_id = c.id and k.voided_on is null
                         where c.project_id <> all(cast(:closed as uuid[]))
                           and (:text = '' or strpos(p.name, :text) > 0 or strpos(c.unit_no, :text) > 0
                                or strpos(c.no, :text) > 0 or strpos(k.no, :text) > 0)
                         order by r.made_at desc, r.id limit :most""")
                .param("text", text)
                .param("closed", Sites.listed(closed))
                .param("most", most)
                .query(ReminderRows::reminder)
                .list();
    }

    void ended(UUID id, ReminderState state, String reason) {
        database.sql("update sales.reminders set state = :state, reason = :reason where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void asksFor(UUID id, Money rest) {
        database.sql("update sales.reminders set rest = :rest where id = :id")
                .param("rest", rest.amount())
                .param("id", id)
                .update();
    }

    void called(UUID id, String by, Instant at, String note, LocalDate promisedOn) {
        database.sql("update sales.reminders set state = 'CALLED', called_by = :by, called_at = :at, call_note = :note,"
                        + " promised_on = :promised where id = :id")
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("note", note)
                .param("promised", promisedOn)
                .param("id", id)
                .update();
    }

    /** The holds that last on this day. */
    List<Hold> holds(LocalDate day) {
        return database.sql(
                        "select * from sales.reminder_holds where released_at is null and until >= :day order by until")
                .param("day", day)
                .query(ReminderRows::hold)
                .list();
    }

    /** A new hold takes the place of one that lasts or has run out. @return whether there is such an account */
    boolean hold(Hold hold) {
        boolean there = database.sql("select id from sales.accounts where id = :account for update")
                .param("account", hold.account())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!there) {
            return false;
        }
        release(hold.account(), hold.by(), hold.at());
        database.sql("insert into sales.reminder_holds (id, account_id, reason, until, held_by, held_at)"
                        + " values (:id, :account, :reason, :until, :by, :at)")
                .param("id", hold.id())
                .param("account", hold.account())
                .param("reason", hold.reason())
                .param("until", hold.until())
                .param("by", hold.by())
                .param("at", Timestamp.from(hold.at()))
                .update();
        return true;
    }

    boolean release(UUID account, String by, Instant at) {
        return database.sql("update sales.reminder_holds set released_by = :by, released_at = :at"
                                + " where account_id = :account and released_at is null")
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("account", account)
                        .update()
                > 0;
    }

    private static Reminder reminder(ResultSet row, int number) throws SQLException {
        return new Reminder(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                InstalmentKind.valueOf(row.getString("kind")),
                row.getObject("due_on", LocalDate.class),
                row.getInt("nth"),
                row.getInt("seq"),
                row.getInt("level"),
                Audience.valueOf(row.getString("audience")),
                Money.of(row.getBigDecimal("rest")),
                row.getObject("letter_id", UUID.class),
                ReminderState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getObject("resend_of", UUID.class),
                row.getString("call_note"),
                row.getObject("promised_on", LocalDate.class));
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("reason"),
                row.getObject("until", LocalDate.class),
                row.getString("held_by"),
                row.getTimestamp("held_at").toInstant());
    }
}
