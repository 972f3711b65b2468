package cn.anchang.workbench.sale;

import cn.anchang.organization.Staff;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that happened to a sale, with who and when, in one row: told from the rows of all who had to do with it. What one click
 * brought about stands together under the task it completed.
 */
@Service
@Transactional(readOnly = true)
class SaleActs {

    /** What happens within it by the same person is one deed. */
    private static final Duration ONE_DEED = Duration.ofSeconds(3);

    private static final String SYSTEM = "system";

    /**
     * Each row: when, by whom, a sentence {@code act.<kind>} with the values a and b, an amount, and what was said. A value beginning
     * with @ is the key of a word, one with # a day.
     */
    private static final String ACTS = """
            with sale as (select * from sales.sales_cases where id = :case),
                 orders as (select * from sales.change_orders where case_id = :case),
                 prices as (select * from sales.special_prices where case_id = :case),
                 due as (select * from sales.arrears where account_id = :case),
                 waivers as (select w.* from sales.late_fee_waivers w join due on due.id = w.arrears_id),
                 calls as (select * from sales.reminders where account_id = :case),
                 papers as (select document_id, no from orders union all select document_id, no from prices
                            union all select document_id, no from waivers
                            union all select d.id, d.no from due join sales.controlled_documents d on d.id = due.demand_id),
                 keys as (select cast(:case as text) as key union all select cast(id as text) from orders
                          union all select cast(id as text) from prices union all select cast(id as text) from due
                          union all select cast(id as text) from waivers union all select cast(id as text) from calls
                          union all select cast(id as text) from sales.payments where account_id = :case)
            select opened_at as at, consultant as who, 'OPENED' as kind, no as a, cast(null as text) as b,
                   cast(null as numeric) as amount, cast(null as text) as note, 0 as weight from sale
            union all select v.visited_at, v.consultant, case when v.first_visit then 'FIRST_VISIT' else 'VISIT' end,
                   '@Channel.' || v.channel, cast(v.party_size as text), null, null, 2
              from sale join sales.visits v on v.customer_id = sale.customer_id and v.project_id = sale.project_id
               and (v.id = sale.visit_id or v.visited_at > sale.opened_at)
               and (sale.closed_at is null or v.visited_at <= sale.closed_at)
            union all select f.noted_at, f.noted_by, 'FEEDBACK', null, null, null,
                   concat_ws('；', nullif(f.feedback, ''), nullif(f.suggestion, ''), nullif(f.next_step, '')), 3
              from sale join sales.customer_feedback f on f.customer_id = sale.customer_id
               and f.noted_at >= sale.opened_at - interval '1 minute'
               and (sale.closed_at is null or f.noted_at <= sale.closed_at + interval '1 minute')
            union all select done_at, done_by, 'TASK', name, null, null, null, 1
              from sales.done_tasks where business_key in (select key from keys)
            union all select done_at, done_by, 'LEDGER', '@LedgerActKind.' || kind,
                   case when kind like 'RECEIPT%' then subject end, amount, reason, 4
              from sales.ledger_acts where account_id = :case and kind <> 'OPENED'
            union all select r.issued_at, r.issued_by, 'RECEIPT', '@ReceiptKind.' || r.kind, r.receipt_no, r.amount, null, 5
              from sales.receipts r where r.account_id = :case
            union all select e.granted_at, e.granted_by, 'EXTENDED', cast(e.days as text), '#' || e.until, null, e.reason, 2
              from sales.signing_extensions e join sales.subscriptions s on s.id = e.subscription_id where s.case_id = :case
            union all select forfeit_proposed_at, forfeit_proposed_by, 'FORFEIT_PROPOSED', null, null, null, forfeit_proposal, 2
              from sales.subscriptions where case_id = :case and forfeit_proposed_at is not null
            union all select ruled_at, ruled_by, 'RULED', null, null, null, ruling, 2
              from sales.subscriptions where case_id = :case and ruled_at is not null
            union all select checked_at, checked_by, 'CHECKED', null, null, null, null, 2
              from sales.deal_checklists where case_id = :case
            union all select done_at, done_by, 'AFTERCARE', '@AftercareKind.' || kind, result, null, note, 2
              from sales.aftercare_steps where case_id = :case and done_at is not null
            union all select written_at, written_by, 'SUMMARY', null, null, null, null, 2
              from sales.sales_summaries where case_id = :case
            union all select changed_at, changed_by, 'CHANGED', '@ChangeKind.' || kind, order_no, null, text, 2
              from sales.sale_changes where case_id = :case
            union all select asked_at, asked_by, 'CHANGE_ASKED', '@ChangeKind.' || kind, no, null, asked_because, 1 from orders
            union all select ended_at, ended_by, 'CHANGE_ENDED', no, '@ChangeState.' || state, null, outcome, 3
              from orders where ended_at is not null
            union all select l.cleared_at, l.cleared_by, 'CLEARED', o.no, '#' || l.cleared_on, null, l.proof, 3
              from sales.change_clearances l join orders o on o.id = l.order_id
            union all select asked_at, asked_by, 'PRICE_ASKED', no, null, null, null, 1 from prices
            union all select used_at, used_by, 'PRICE_USED', no, null, null, null, 3 from prices where used_at is not null
            union all select asked_at, asked_by, 'WAIVER_ASKED', no, null, amount, null, 1 from waivers
            union all select m.decided_at, m.decided_by, 'DECIDED', p.no, '@MatterState.' || m.state, null, m.reason, 2
              from papers p join sales.matters m on m.document_id = p.document_id where m.decided_at is not null
            union all select made_at, made_by, case when state in ('CALL', 'CALLED', 'SETTLED') then 'CALL_WANTED' else 'REMINDED' end,
                   '@InstalmentKind.' || kind, '#' || due_on, rest, reason, 3 from calls
            union all select called_at, called_by, 'CALLED', '@InstalmentKind.' || kind, '#' || due_on, null, call_note, 2
              from calls where called_at is not null
            union all select h.held_at, h.held_by, 'REMINDERS_HELD', '#' || h.until, null, null, h.reason, 2
              from sales.reminder_holds h where h.account_id = :case
            union all select h.released_at, h.released_by, 'REMINDERS_RESUMED', null, null, null, null, 2
              from sales.reminder_holds h where h.account_id = :case and h.released_at is not null
            union all select l.posted_at, null, 'LETTER', l.subject, '@LetterState.' || l.state, null, null, 6
              from sales.letters l where l.about = cast(:case as text) or l.id in (select letter_id from calls)
            union all select opened_at, null, 'ARREARS', '@InstalmentKind.' || kind, '#' || due_on, rest, null, 2 from due
            union all select n.done_at, n.done_by, 'ARREARS_ACT', '@ArrearsAct.' || n.act, null, null, n.note, 2
              from due join sales.arrears_notes n on n.arrears_id = due.id
            union all select issued_at, issued_by, 'PAPER', '@PaperKind.' || kind, no, null, null, 5
              from sales.issued_papers where case_id = :case
            union all select x.printed_at, x.printed_by, 'PRINTED', '@PaperKind.' || p.kind, p.no, null, null, 5
              from sales.issued_papers p join sales.paper_prints x on x.paper_id = p.id where p.case_id = :case
            union all select r.revealed_at, r.revealed_to, 'REVEALED', '@Personal.' || r.what, null, null, null, 5
              from sale join sales.reveals r on r.customer_id = sale.customer_id and r.revealed_at >= sale.opened_at
            union all select at, by_whom, 'PLANNED', '@Stage.' || stage, '#' || becomes, null, null, 2
              from sales.stage_plan_changes where case_id = :case
            union all select noticed_at, null, 'NOTICE', text, null, null, null, 6 from sales.notices where case_id = :case
            union all select n.noted_at, n.noted_by, 'LOAN', n.text, null, null, null, 3
              from sales.mortgages m join sales.mortgage_notes n on n.mortgage_id = m.id where m.case_id = :case
            union all select actual_from, null, 'BEGUN_AGAIN', '@Stage.' || stage, cast(round as text), null, null, 8
              from sales.milestones where case_id = :case and round > 1 and actual_from is not null
            union all select actual_to, null, 'STAGE_DONE', '@Stage.' || stage, null, null, null, 7
              from sales.milestones where case_id = :case and actual_to is not null
            union all select closed_at, undone_by, 'CLOSED', '@CaseState.' || state, null, null, close_reason, 9
              from sale where closed_at is not null
            order by at, weight, kind, a""";

    /** What one person did in one moment. @param who null when it was the clock or nobody we know of */
    record Deed(Instant at, String who, List<Act> acts) {}

    /** One thing that happened. @param note what was said, or null */
    record Act(String text, String note) {}

    private record Row(Instant at, String who, Act act) {}

    private final JdbcClient database;
    private final Staff staff;
    private final Sentences sentences;

    SaleActs(JdbcClient database, Staff staff, Sentences sentences) {
        this.database = database;
        this.staff = staff;
        this.sentences = sentences;
    }

    /** The latest first. */
    List<Deed> of(UUID caseId) {
        List<Row> rows = database.sql(ACTS)
                .param("case", caseId)
                .query((row, number) -> new Row(
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        new Act(
                                sentence(
                                        row.getString("kind"),
                                        row.getString("a"),
                                        row.getString("b"),
                                        row.getBigDecimal("amount")),
                                blankToNull(row.getString("note")))))
                .list();
        return named(together(rows));
    }

    private String sentence(String kind, String a, String b, BigDecimal amount) {
        return sentences
                .text("act." + kind, value(a), value(b), amount == null ? "" : sentences.shown(Money.of(amount)))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String value(String said) {
        if (said == null) {
            return "";
        }
        return said.startsWith("@")
                ? sentences.text(said.substring(1))
                : said.startsWith("#") ? sentences.shown(LocalDate.parse(said.substring(1))) : said;
    }

    private static String blankToNull(String said) {
        return said == null || said.isBlank() ? null : said;
    }

    /** Steps of several people may fall into one moment: each joins the latest deed of its own person, the clock's joins the last. */
    private static List<Deed> together(List<Row> rows) {
        List<Deed> deeds = new ArrayList<>();
        for (Row row : rows) {
            String who = SYSTEM.equals(row.who()) ? null : row.who();
            int at = deeds.size() - 1;
            while (at >= 0 && isOneMoment(deeds.get(at), row) && !mayJoin(deeds.get(at), who)) {
                at--;
            }
            if (at < 0 || !isOneMoment(deeds.get(at), row)) {
                deeds.add(new Deed(row.at(), who, new ArrayList<>(List.of(row.act()))));
                continue;
            }
            Deed deed = deeds.get(at);
            if (!deed.acts().contains(row.act())) {
                deed.acts().add(row.act());
            }
            if (deed.who() == null) {
                deeds.set(at, new Deed(deed.at(), who, deed.acts()));
            }
        }
        return deeds;
    }

    private static boolean isOneMoment(Deed deed, Row row) {
        return Duration.between(deed.at(), row.at()).compareTo(ONE_DEED) <= 0;
    }

    private static boolean mayJoin(Deed deed, String who) {
        return who == null || deed.who() == null || who.equals(deed.who());
    }

    private List<Deed> named(List<Deed> deeds) {
        Set<String> people = deeds.stream()
                .map(Deed::who)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, String> names = staff.displayNames(people);
        List<Deed> latestFirst = new ArrayList<>();
        for (int i = deeds.size() - 1; i >= 0; i--) {
            Deed deed = deeds.get(i);
            latestFirst.add(new Deed(deed.at(), deed.who() == null ? null : names.get(deed.who()), deed.acts()));
        }
        return latestFirst;
    }
}
