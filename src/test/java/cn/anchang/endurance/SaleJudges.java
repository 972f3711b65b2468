package cn.anchang.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks at a database at rest and names everything that must never be: a unit taken twice, a sale without its process or a process
 * without its sale, a sale nobody can move, a job that is stuck, a gap in the receipts. Reads the engine's tables, which only tests do.
 */
public final class SaleJudges {

    /** Each query finds the violations of one sentence; none must find any. */
    private static final Map<String, String> SENTENCES = Map.of(
            "a unit has at most one occupant, a case at most one unit (R24)",
            """
            select 'unit ' || unit_id from sales.unit_occupancy group by unit_id having count(*) > 1
            union all
            select 'case ' || case_id from sales.unit_occupancy group by case_id having count(*) > 1""",
            "a unit off the board has its occupant, an available one has none",
            """
            select u.unit_no || ' is ' || u.state
            from sales.units u left join sales.unit_occupancy o on o.unit_id = u.id
            where (o.unit_id is null) = (u.state in ('HELD', 'SUBSCRIBED', 'CONTRACTED', 'FILED', 'DELIVERED'))""",
            "an occupied unit belongs to a sale that is on its way or completed",
            """
            select 'unit ' || o.unit_id || ' of case ' || o.case_id
            from sales.unit_occupancy o left join sales.sales_cases c on c.id = o.case_id
            where c.id is null or c.state in ('NEGOTIATING', 'LOST', 'FORFEITED', 'UNDOING', 'WITHDRAWN', 'RETURNED')""",
            "a sale on its way has one process, a closed one has none",
            """
            select c.no || ' is ' || c.state || ' with ' || count(e.id_) || ' processes'
            from sales.sales_cases c
            left join public.act_ru_execution e on e.business_key_ = c.id::text
                 and e.parent_id_ is null and e.super_exec_ is null
            group by c.no, c.state
            having count(e.id_) <> case when c.state in ('COMPLETED', 'LOST', 'FORFEITED', 'WITHDRAWN', 'RETURNED') then 0 else 1 end""",
            "a process belongs to a sale",
            """
            select 'process ' || e.id_ || ' of ' || coalesce(e.business_key_, 'nothing')
            from public.act_ru_execution e
            join public.act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ like 'sales-case%'
            where e.parent_id_ is null
              and not exists (select 1 from sales.sales_cases c where c.id::text = e.business_key_)""",
            "a sale on its way has an open step, or waits for its day",
            """
            select c.no || ' is ' || c.state
            from sales.sales_cases c
            where c.state not in ('COMPLETED', 'LOST', 'FORFEITED', 'WITHDRAWN', 'RETURNED')
              and not exists (select 1 from public.act_ru_task t
                              join public.act_ru_execution e on e.id_ = t.proc_inst_id_
                              where e.business_key_ = c.id::text)
              and not exists (select 1 from public.act_ru_event_subscr s
                              join public.act_ru_execution e on e.id_ = s.proc_inst_id_
                              where e.business_key_ = c.id::text
                                and (s.event_name_ = 'sales-case.customer-returned'
                                     or s.event_name_ like 'sales-case-mortgage.%'))""",
            "the open step fits the state of the sale",
            """
            select c.no || ' is ' || c.state || ' and waits at ' || t.task_def_key_
            from sales.sales_cases c
            join public.act_ru_execution e on e.business_key_ = c.id::text and e.parent_id_ is null
            join public.act_ru_task t on t.proc_inst_id_ = e.id_
            where not coalesce(t.task_def_key_ = any (case c.state
                when 'NEGOTIATING' then array['userTask_negotiate', 'userTask_followUp', 'userTask_chooseUnit']
                when 'HOLDING' then array['userTask_collectDeposit']
                when 'RESERVED' then array['userTask_signSubscription', 'userTask_superviseSubscription']
                when 'SUBSCRIBED' then array['userTask_collectFirstPayment', 'userTask_signContract',
                                             'userTask_handleOverdue', 'userTask_ruleForfeit']
                when 'CONTRACTED' then array['userTask_fileContract']
                when 'FILED' then array['userTask_checkDeal', 'userTask_chooseBank', 'userTask_collectPapers',
                                        'userTask_submitLoan', 'userTask_recordAnswer', 'userTask_signLoan',
                                        'userTask_handleLoanRefusal', 'userTask_recordRelease']
                when 'CHECKED' then array['userTask_handOverPapers', 'userTask_handOverUnit',
                                          'userTask_registerTitle', 'userTask_writeSummary']
                when 'FORFEITING' then array['userTask_refund']
                when 'UNDOING' then array['userTask_refund'] end), false)""",
            "no job is stuck",
            """
            select j.type_ || ' ' || j.id_ || ': ' || coalesce(j.exception_msg_, 'due since ' || j.duedate_)
            from public.act_ru_job j
            where j.retries_ = 0 or (j.type_ = 'message' and j.create_time_ < now() - interval '10 minutes')""",
            "receipts are numbered without a gap (R34)",
            """
            select 'book ' || book_id || ': ' || count(*) || ' receipts up to number ' || max(number)
            from sales.receipts group by book_id having count(*) <> max(number) or min(number) <> 1""",
            "no payment is allocated beyond its amount",
            """
            select 'payment ' || p.id from sales.payments p join sales.allocations a on a.payment_id = p.id and a.freed_at is null
            group by p.id, p.amount having sum(a.amount) > p.amount""");

    private SaleJudges() {}

    /** The violations, each under its sentence; empty when all is well. */
    public static List<String> violations(JdbcTemplate database) {
        List<String> found = new ArrayList<>();
        SENTENCES.forEach((sentence, query) -> database.queryForList(query, String.class)
                .forEach(violation -> found.add(sentence + " — " + violation)));
        return found;
    }
}
