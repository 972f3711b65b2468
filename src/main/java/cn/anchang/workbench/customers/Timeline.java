package cn.anchang.workbench.customers;

import cn.anchang.collection.ReminderState;
import cn.anchang.customer.Channel;
import cn.anchang.customer.CustomerChangeKind;
import cn.anchang.customer.NoteKind;
import cn.anchang.customer.Personal;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.Stage;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that happened with a customer, the latest first. What belongs to a sale is told to whoever may open that sale; who saw a
 * number (R35) is told to the site manager. What was noted at rows merged into this one stands among it.
 */
@Service
@Transactional(readOnly = true)
class Timeline {

    private static final String OF_THE_CUSTOMER = """
            select v.visited_at as at, 'VISIT' as kind, v.consultant as who, v.channel as a, cast(v.party_size as text) as b,
                   cast(v.first_visit as text) as c, cast(null as text) as d, cast(null as uuid) as sale, v.id
              from sales.visits v where v.customer_id = :id%1$s
            union all
            select n.noted_at, n.kind, n.noted_by, n.feedback, n.suggestion, n.next_step, cast(n.next_step_on as text), null, n.id
              from sales.customer_feedback n where n.customer_id = :id%2$s
            union all
            select h.changed_at, h.kind, h.changed_by, h.text, h.reason, w.no, null, null, h.id
              from sales.customer_changes h join sales.customers w on w.id = h.customer_id
             where h.customer_id = :id or w.merged_into = :id
            union all
            select w.created_at, 'REGISTERED', null, w.no, w.channel, null, null, null, w.id
              from sales.customers w where w.id = :id or w.merged_into = :id
            """;

    private static final String OF_ITS_SALES = """
            union all
            select coalesce(m.actual_to, m.actual_from), 'STAGE', null, m.stage, cast(m.actual_to is not null as text),
                   cast(m.planned_to as text), s.no, s.id, m.id
              from sales.milestones m join sales.sales_cases s on s.id = m.case_id
             where m.case_id in (:cases) and m.actual_from is not null
            union all
            select s.closed_at, 'SALE_ENDED', null, s.state, s.close_reason, null, s.no, s.id, s.id
              from sales.sales_cases s where s.id in (:cases) and s.closed_at is not null
            union all
            select g.changed_at, 'SALE_CHANGED', g.changed_by, g.text, g.reason, g.order_no, s.no, s.id, g.id
              from sales.sale_changes g join sales.sales_cases s on s.id = g.case_id where g.case_id in (:cases)
            union all
            select r.made_at, 'REMINDER', null, r.state, cast(r.level as text), cast(r.rest as text), r.kind || ' ' || r.seq, r.account_id, r.id
              from sales.reminders r where r.account_id in (:cases)
            union all
            select p.issued_at, 'PAPER', p.issued_by, p.subject, p.no, null, s.no, s.id, p.id
              from sales.issued_papers p join sales.sales_cases s on s.id = p.case_id where p.case_id in (:cases)
            """;

    private static final String REVEALS = """
            union all
            select r.revealed_at, 'REVEAL', r.revealed_to, r.what, null, null, null, null, r.id
              from sales.reveals r join sales.customers w on w.id = r.customer_id
             where r.customer_id = :id or w.merged_into = :id
            """;

    private final JdbcClient database;
    private final Sentences sentences;

    Timeline(JdbcClient database, Sentences sentences) {
        this.database = database;
        this.sentences = sentences;
    }

    List<Happening> of(UUID customerId, List<Deal> deals, Viewer viewer, int offset, int limit) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", customerId);
        List<UUID> cases = deals.stream().filter(Deal::open).map(Deal::caseId).toList();
        String visits = "";
        String notes = "";
        if (!viewer.closed().isEmpty()) {
            values.put("closed", viewer.closed());
            visits = " and v.project_id not in (:closed)";
            notes =
                    " and not exists (select 1 from sales.visits v where v.id = n.visit_id and v.project_id in (:closed))";
        }
        if (!cases.isEmpty()) {
            values.put("cases", cases);
        }
        String all = OF_THE_CUSTOMER.formatted(visits, notes)
                + (cases.isEmpty() ? "" : OF_ITS_SALES)
                + (viewer.manages() ? REVEALS : "");
        return database.sql("select * from (" + all + ") happened order by at desc, kind, id limit " + limit
                        + " offset " + offset)
                .params(values)
                .query(this::happening)
                .list();
    }

    private Happening happening(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        String a = row.getString("a");
        String b = row.getString("b");
        String c = row.getString("c");
        String d = row.getString("d");
        String text;
        String more = null;
        switch (kind) {
            case "VISIT" ->
                text = sentences.text(
                        Boolean.parseBoolean(c) ? "customers.did.firstVisit" : "customers.did.visit",
                        Channel.valueOf(a),
                        b);
            case "TALK", "CALL" -> {
                text = a == null ? "" : a;
                more = lines(said("customers.did.suggestion", b), said("customers.did.nextStep", c), next(d));
            }
            case "REGISTERED" -> text = sentences.text("customers.did.registered", a, Channel.valueOf(b));
            case "STAGE" -> {
                boolean done = Boolean.parseBoolean(b);
                text = sentences.text(
                        done ? "customers.did.stageDone" : "customers.did.stageOpen", d, Stage.valueOf(a));
                more = done || c == null ? null : sentences.text("customers.did.plannedTo", LocalDate.parse(c));
            }
            case "SALE_ENDED" -> {
                text = sentences.text("customers.did.saleEnded", d, CaseState.valueOf(a));
                more = b;
            }
            case "SALE_CHANGED" -> {
                text = d + " " + a;
                more = lines(said("customers.did.reason", b), said("customers.did.order", c));
            }
            case "REMINDER" -> text = reminder(a, Integer.parseInt(b), c, d);
            case "PAPER" -> text = sentences.text("customers.did.paper", a, b, d);
            case "REVEAL" -> text = sentences.text("customers.did.reveal", Personal.valueOf(a));
            default -> {
                text = a;
                more = said("customers.did.reason", b);
            }
        }
        return new Happening(
                CustomerList.moment(row, "at"),
                kind,
                label(kind),
                row.getString("who"),
                text,
                more,
                row.getObject("sale", UUID.class));
    }

    private String label(String kind) {
        return switch (kind) {
            case "TALK", "CALL" -> sentences.name(NoteKind.valueOf(kind));
            case "EDITED", "GRADED", "HANDED_OVER", "MERGED" -> sentences.name(CustomerChangeKind.valueOf(kind));
            default -> sentences.text("customers.happening." + kind);
        };
    }

    private String reminder(String state, int level, String rest, String line) {
        String when = level < 0
                ? sentences.text("reminder.level.before", -level)
                : level == 0 ? sentences.text("reminder.level.today") : sentences.text("reminder.level.late", level);
        String[] parts = line.split(" ");
        return sentences.text(
                "customers.did.reminder",
                ReminderState.valueOf(state),
                parts[1],
                InstalmentKind.valueOf(parts[0]),
                when,
                Money.of(rest));
    }

    private String said(String key, String said) {
        return said == null ? null : sentences.text(key, said);
    }

    private String next(String day) {
        return day == null ? null : sentences.text("customers.did.nextOn", LocalDate.parse(day));
    }

    private static String lines(String... lines) {
        List<String> said = Stream.of(lines).filter(java.util.Objects::nonNull).toList();
        return said.isEmpty() ? null : String.join("\n", said);
    }
}
