package cn.anchang.endurance;

import cn.anchang.customer.PersonalData;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Sites some way into their sale, by the thousand, written past the application: of 5 customers one bought, one is or was spoken with,
 * one only came, two are names in a list. Every row of a number is the same at every size, so that a larger size is the smaller one and
 * more.
 */
final class SitesAtWork {

    static final int CUSTOMERS_A_SALE = 5;
    static final int UNITS_A_SALE = 2;
    static final int INSTALMENTS_A_SALE = 6;
    static final int SALES_A_PROJECT = 1_000;

    /** So many consultants share all customers, at every size. */
    static final int CONSULTANTS = 40;

    private static final int BUILDINGS = 5;
    private static final int DAYS = 700;

    /** What a request for more days says. */
    private static final String EXTENSION =
            "json_build_object('caseId', id, 'caseNo', 'XS-' || n, 'projectName', '云栖', 'unitNo', '1-101', 'customerName', '客户' || n,"
                    + " 'kind', 'EXTEND_SIGNING', 'stage', '已认购', 'contracted', false, 'asOf', 'x', 'moreDays', json_build_object('days', 7,"
                    + " 'given', 0, 'signBy', opened + 15, 'newSignBy', opened + 22), 'fee', '0.00', 'reason', '客户出差')::text";

    private final JdbcTemplate database;
    private final PersonalData personalData;
    private final String today;

    /** @param connection one of its own: what is kept between the statements belongs to it */
    SitesAtWork(Connection connection, PersonalData personalData, LocalDate today) {
        this.database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.personalData = personalData;
        this.today = "date '" + today + "'";
    }

    static String consultant(int n) {
        return "bench.sales" + n;
    }

    static UUID project(int n) {
        return named("bench-project-" + n);
    }

    static UUID sale(int n) {
        return named("bench-sale-" + n);
    }

    /** What PostgreSQL says of {@code md5(name)::uuid}. */
    static UUID named(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sales of these numbers with their projects, units, customers and money; whole projects of a thousand. */
    void grow(int from, int to) {
        projects((from - 1) / SALES_A_PROJECT + 1, to / SALES_A_PROJECT);
        String sales = salesBetween(from, to);
        customers(from, to);
        database.execute("create temporary table s as " + sales);
        database.execute("analyze s");
        cases();
        units();
        subscriptions(from, to);
        money();
        talks(from, to);
        traces();
        database.execute("drop table s");
        database.execute("vacuum analyze");
    }

    private void projects(int from, int to) {
        String range = " from generate_series(" + from + ", " + to + ") p";
        run(
                "insert into sales.regions (id, name, version) values (md5('bench-region')::uuid, '压测大区', 0) on conflict do nothing");
        run(
                "insert into sales.projects (id, region_id, name, code, city, version) select md5('bench-project-' || p)::uuid,"
                        + " md5('bench-region')::uuid, '云栖' || p || '期', 'BENCH' || chr(64 + p), '杭州', 0" + range);
        run(
                "insert into sales.buildings (id, project_id, name, version) select md5('bench-building-' || p || '-' || b)::uuid,"
                        + " md5('bench-project-' || p)::uuid, b || '号楼', 0" + range + ", generate_series(1, "
                        + BUILDINGS
                        + ") b");
        run("insert into sales.presale_permits (id, project_id, permit_no, valid_from, valid_to, version)"
                + " select md5('bench-permit-' || p)::uuid, md5('bench-project-' || p)::uuid, '杭售许字第' || p || '号', "
                + today + " - 800, " + today + " + 800, 0" + range);
        run("insert into sales.presale_permit_buildings select md5('bench-permit-' || p)::uuid,"
                + " md5('bench-building-' || p || '-' || b)::uuid" + range + ", generate_series(1, " + BUILDINGS
                + ") b");
        run(
                "insert into sales.receipt_books (id, project_id, code, name, last_number) select md5('bench-book-' || p)::uuid,"
                        + " md5('bench-project-' || p)::uuid, 'BENCH' || p, '云栖' || p || '期', " + SALES_A_PROJECT
                        + range);
        run(
                "insert into sales.units (id, building_id, unit_no, section, number, floor, purpose, layout, gross_area, state, version)"
                        + " select md5('bench-unit-' || ((p - 1) * 2000 + u))::uuid, md5('bench-building-' || p || '-' || (u / 400 + 1))::uuid,"
                        + " (u / 400 + 1) || '-' || (u % 400 / 16 + 1) || lpad((u % 16 + 1)::text, 2, '0'), '1',"
                        + " (u % 400 / 16 + 1) || lpad((u % 16 + 1)::text, 2, '0'), u % 400 / 16 + 1, 'HOME',"
                        + " (array['两室两厅', '三室两厅', '四室两厅', '复式'])[u % 4 + 1], 80 + u % 60,"
                        + " case when u % 25 = 24 then 'WITHHELD' else 'AVAILABLE' end, 0" + range
                        + ", generate_series(0, 1999) u");
        run(
                "insert into sales.price_lists (id, project_id, revision, effective_on, source, drawn_up_by, drawn_up_at, approved_at, version)"
                        + " select md5('bench-list-' || p || '-' || l)::uuid, md5('bench-project-' || p)::uuid, l, "
                        + today
                        + " - 900 + l * 100, '压测', 'bench', now(), now(), 0" + range + ", generate_series(1, 2) l");
        run("insert into sales.unit_prices (unit_id, price_list_id, list_price, floor_price)"
                + " select md5('bench-unit-' || ((p - 1) * 2000 + u))::uuid, md5('bench-list-' || p || '-' || l)::uuid,"
                + " 1800000 + u * 500 + l * 10000, 1600000" + range
                + ", generate_series(0, 1999) u, generate_series(1, 2) l");
        run(
                "insert into sales.unit_changes (project_id, unit_id, changed_at, changed_by, occasion, from_state, to_state)"
                        + " select md5('bench-project-' || p)::uuid, md5('bench-unit-' || ((p - 1) * 2000 + u))::uuid, "
                        + today
                        + " - 750, 'bench', case c when 1 then 'REGISTERED' else 'OFFERED' end, case c when 2 then 'WITHHELD' end,"
                        + " case c when 1 then 'WITHHELD' else 'AVAILABLE' end" + range
                        + ", generate_series(0, 1999) u, generate_series(1, 2) c");
        run("insert into sales.targets (project_id, month, metric, value, set_by, set_at)"
                + " select md5('bench-project-' || p)::uuid, date_trunc('month', "
                + today + ")::date, m, 50, 'bench', now()" + range
                + ", unnest(array['VISITS', 'SUBSCRIPTIONS', 'CONTRACTS', 'CONTRACT_MONEY', 'RECEIPTS']) m");
    }

    /** A row a sale, with what the other rows are made from. */
    private String salesBetween(int from, int to) {
        return "select n, md5('bench-sale-' || n)::uuid as id, n * " + CUSTOMERS_A_SALE + " - 4 as c,"
                + " md5('bench-customer-' || (n * " + CUSTOMERS_A_SALE + " - 4))::uuid as customer,"
                + " md5('bench-visit-' || (n * " + CUSTOMERS_A_SALE + " - 4))::uuid as visit,"
                + " (n - 1) / " + SALES_A_PROJECT + " + 1 as p,"
                + " md5('bench-project-' || ((n - 1) / " + SALES_A_PROJECT + " + 1))::uuid as project,"
                + " md5('bench-unit-' || ((n - 1) * " + UNITS_A_SALE + "))::uuid as unit,"
                + " 'bench.sales' || n % " + CONSULTANTS + " as consultant,"
                + " case when n % 20 = 9 then 'RETURNED' when n % 10 in (0, 1) then 'SUBSCRIBED' when n % 10 in (2, 3) then 'CONTRACTED'"
                + " when n % 10 = 7 then 'CHECKED' when n % 10 = 8 then 'COMPLETED' else 'FILED' end as state,"
                + " " + today + " - 30 - n * 7919 % " + DAYS + " as opened"
                + " from generate_series(" + from + ", " + to + ") n";
    }

    private void customers(int from, int to) {
        int first = (from - 1) * CUSTOMERS_A_SALE + 1;
        int last = to * CUSTOMERS_A_SALE;
        String range = " from generate_series(" + first + ", " + last + ") n";
        run(
                "insert into sales.customers (id, no, name, kind, phone, email, channel, segment, grade, state, lost_reason, owner,"
                        + " protected_until, wanted_area, motive, created_at, version, last_contact_at, follow_up_on)"
                        + " select md5('bench-customer-' || n)::uuid, 'KH' || lpad(n::text, 8, '0'),"
                        + " substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许', n % 20 + 1, 1) || substr('子雨思欣嘉浩宇泽晨明志文佳梦雅静晓国建海', n / 20 % 20 + 1, 1)"
                        + " || substr('轩涵怡然琪伟强磊娜敏丽芳燕婷杰涛鑫龙凯博', n / 400 % 20 + 1, 1), 'PERSON', '13' || lpad((n * 314159271::bigint % 1000000000)::text, 9, '0'),"
                        + " 'k' || n || '@example.com', (array['WALK_IN','REFERRAL','ONLINE','PHONE','AGENCY','OUTDOOR','EVENT'])[n % 7 + 1],"
                        + " (array['FIRST_HOME','UPGRADE','INVESTMENT','GROUP'])[n % 4 + 1], (array['A','B','C','D'])[n / 5 % 4 + 1],"
                        + " case n % 5 when 1 then 'CONTRACTED' when 2 then case when n / 5 % 3 = 0 then 'INTENDED' else 'LOST' end"
                        + " when 3 then 'VISITED' else 'LEAD' end,"
                        + " case when n % 5 = 2 and n / 5 % 3 > 0 then 'PRICE' end, 'bench.sales' || (n / 5 + case when n % 5 > 0 then 1 else 0 end) % "
                        + CONSULTANTS + ", " + today + " + (n % 40 - 30), '100-120', '改善居住', " + today
                        + " - n % 700, 0, "
                        + today + " - n % 90, case when n % 5 in (0, 3, 4) or (n % 5 = 2 and n / 5 % 3 = 0) then "
                        + today
                        + " - 5 + n % 60 end" + range);
        run(
                "insert into sales.visits (id, customer_id, project_id, visited_at, first_visit, party_size, channel, consultant, version)"
                        + " select md5('bench-visit-' || case v when 1 then n::text else n || '-' || v end)::uuid,"
                        + " md5('bench-customer-' || n)::uuid, md5('bench-project-' || (((n + 4) / 5 - 1) / "
                        + SALES_A_PROJECT
                        + " + 1))::uuid, " + today + " - case when n % 5 = 1 then 30 else 0 end - (n + 4) / 5 * 7919 % "
                        + DAYS
                        + " + interval '10 hours' + (v - 1) * interval '5 days', v = 1, 2,"
                        + " (array['WALK_IN','REFERRAL','ONLINE','PHONE','AGENCY','OUTDOOR','EVENT'])[n % 7 + 1],"
                        + " 'bench.sales' || (n + 4) / 5 % " + CONSULTANTS + ", 0" + range
                        + ", generate_series(1, 2) v where n % 5 in (1, 2, 3) and (v = 1 or n % 5 = 1)");
        run("insert into sales.customer_feedback (id, customer_id, noted_at, noted_by, feedback, next_step, version)"
                + " select md5('bench-talk-' || n || '-' || t)::uuid, md5('bench-customer-' || n)::uuid, " + today
                + " - n % 600 - t * 7, 'bench.sales' || (n + 4) / 5 % " + CONSULTANTS
                + ", '对户型满意，想再比较价格', '周末再联系', 0"
                + range + ", generate_series(1, 3) t where n % 5 in (1, 2, 3)");
    }

    private void cases() {
        run(
                "insert into sales.sales_cases (id, version, no, customer_id, project_id, project_name, visit_id, consultant, state,"
                        + " opened_at, unit_id, unit_no, building, layout, area, list_price, permit_no, deposit, deposit_on, close_reason,"
                        + " closed_at, undo_kind, undo_fault, undone_by)"
                        + " select s.id, 0, 'XS-' || lpad(s.n::text, 7, '0'), s.customer, s.project, '云栖' || s.p || '期', s.visit, s.consultant,"
                        + " s.state, s.opened + interval '10 hours', s.unit, u.unit_no, b.name, u.layout, u.gross_area, 2000000,"
                        + " '杭售许字第' || s.p || '号', 50000, s.opened + 5,"
                        + " case when s.state in ('RETURNED', 'COMPLETED') then '按期办结' end,"
                        + " case when s.state in ('RETURNED', 'COMPLETED') then s.opened + interval '25 days' end,"
                        + " case when s.state = 'RETURNED' then 'RETURNED' end, case when s.state = 'RETURNED' then 'BUYER' end,"
                        + " case when s.state = 'RETURNED' then 'bench' end"
                        + " from s join sales.units u on u.id = s.unit join sales.buildings b on b.id = u.building_id");
        run(
                "insert into sales.milestones (id, version, case_id, stage, round, planned_from, planned_to, actual_from, actual_to)"
                        + " select md5('bench-stage-' || s.n || '-' || t.at)::uuid, 0, s.id, t.stage, 1, s.opened + (t.at * 2)::int,"
                        + " s.opened + (t.at * 2 + 2)::int, case when t.at <= reached then s.opened + (t.at * 2)::int + interval '9 hours' end,"
                        + " case when t.at < reached then s.opened + (t.at * 2)::int + interval '10 hours' + s.n % 4 * interval '1 day' end"
                        + " from (select *, case state when 'SUBSCRIBED' then 6 when 'CONTRACTED' then 8 when 'FILED' then 10 when 'RETURNED' then 7"
                        + " when 'CHECKED' then 12 else 14 end as reached from s) s,"
                        + " unnest(array['RECEPTION','NEGOTIATION','UNIT_CHOICE','DEPOSIT','SUBSCRIPTION','FIRST_PAYMENT','CONTRACT','FILING',"
                        + "'LOAN','CHECKLIST','PAPERS','HANDOVER','TITLE']) with ordinality t(stage, at)");
        run("insert into sales.notices (id, version, case_id, kind, text, noticed_at)"
                + " select md5('bench-notice-' || n)::uuid, 0, id, 'SIGNING_DUE', '签约期限将到', opened + 9 from s");
    }

    private void units() {
        run("insert into sales.unit_occupancy (unit_id, case_id, consultant, since, list_price, floor_price)"
                + " select unit, id, consultant, opened + 4, 2000000, 1800000 from s where state <> 'RETURNED'");
        run(
                "update sales.units u set state = case s.state when 'SUBSCRIBED' then 'SUBSCRIBED' when 'CONTRACTED' then 'CONTRACTED'"
                        + " when 'COMPLETED' then 'DELIVERED' else 'FILED' end from s where s.unit = u.id and s.state <> 'RETURNED'");
        run(
                "insert into sales.unit_changes (project_id, unit_id, changed_at, changed_by, occasion, from_state, to_state, case_id)"
                        + " select project, unit, opened + t.at::int, consultant, t.occasion, t.was, t.becomes, id from s,"
                        + " (values (4, 'HELD', 'AVAILABLE', 'HELD'), (6, 'SUBSCRIBED', 'HELD', 'SUBSCRIBED'),"
                        + " (12, 'CONTRACTED', 'SUBSCRIBED', 'CONTRACTED')) t(at, occasion, was, becomes)");
    }

    private void subscriptions(int from, int to) {
        run(
                "insert into sales.subscriptions (id, version, case_id, no, unit_id, unit_no, price, list_price, deposit, terms, state,"
                        + " subscribed_on, first_sign_by, sign_by) select md5('bench-subscription-' || n)::uuid, 0, s.id, 'RG-' || lpad(n::text, 7, '0'),"
                        + " unit, u.unit_no, 2000000, 2000000, 50000, 'INSTALMENTS', case s.state when 'SUBSCRIBED' then 'SUBSCRIBED'"
                        + " when 'RETURNED' then 'RETURNED' else 'CONTRACTED' end, opened + 8, opened + 15, opened + 15"
                        + " from s join sales.units u on u.id = s.unit");
        List<Object[]> buyers = new ArrayList<>();
        IntStream.rangeClosed(from, to)
                .forEach(n -> buyers.add(new Object[] {
                    named("bench-subscription-" + n),
                    "客户" + n,
                    personalData.seal("330102199001011234", sale(n)),
                    personalData.seal("13900000000", sale(n))
                }));
        database.batchUpdate(
                "insert into sales.buyers (subscription_id, seq, name, id_type, id_no_sealed, phone_sealed, share_percent)"
                        + " values (?, 0, ?, 'ID_CARD', ?, ?, 100)",
                buyers);
        run(
                "insert into sales.sales_contracts (id, version, case_id, subscription_id, no, total, signed_on, deliver_on, file_by,"
                        + " filing_no, filed_on, voided_on, void_reason, revocation_no, revoked_on)"
                        + " select md5('bench-contract-' || n)::uuid, 0, id, md5('bench-subscription-' || n)::uuid, 'HT-' || lpad(n::text, 7, '0'),"
                        + " 2000000, opened + 14, opened + 700, opened + 44,"
                        + " case when state in ('FILED', 'CHECKED', 'COMPLETED') then 'BA-' || n end,"
                        + " case when state in ('FILED', 'CHECKED', 'COMPLETED') then opened + 20 end,"
                        + " case when state = 'RETURNED' then opened + 25 end, case when state = 'RETURNED' then '退房' end, null, null"
                        + " from s where state <> 'SUBSCRIBED'");
    }

    /** Six instalments a sale; of those that are due every twentieth stays unpaid. */
    private void money() {
        run(
                "insert into sales.accounts (id, book_id, price, opened_by, opened_at, version, fault, settled_by, settled_at)"
                        + " select id, md5('bench-book-' || p)::uuid, 2000000, 'bench', opened, 0,"
                        + " case when state = 'RETURNED' then 'BUYER' end, case when state = 'RETURNED' then 'bench' end,"
                        + " case when state = 'RETURNED' then opened + interval '26 days' end from s");
        database.execute(
                "with plans as (insert into sales.payment_plans (id, account_id, revision, price, reason, drawn_by, drawn_at)"
                        + " select md5('bench-plan-' || n)::uuid, id, 1, 2000000, '认购', 'bench', opened + 8 from s)"
                        + " insert into sales.instalments (id, plan_id, seq, kind, amount, due_on)"
                        + " select md5('bench-instalment-' || n || '-' || i.seq)::uuid, md5('bench-plan-' || n)::uuid, i.seq, i.kind,"
                        + " i.amount, opened + i.days from s, (values (1, 'DEPOSIT', 50000, 8), (2, 'FIRST', 550000, 14),"
                        + " (3, 'INSTALMENT', 400000, 60), (4, 'INSTALMENT', 400000, 150), (5, 'INSTALMENT', 400000, 240),"
                        + " (6, 'BALANCE', 200000, 400)) i(seq, kind, amount, days)");
        String paid = " from s join sales.instalments i on i.plan_id = md5('bench-plan-' || n)::uuid where i.due_on <= "
                + today + " and not (i.seq > 2 and (s.n + i.seq) % 20 = 0)";
        run(
                "insert into sales.payments (id, account_id, seq, item, amount, method, payer, paid_on, state, entered_by, entered_at,"
                        + " confirmed_by, confirmed_at) select md5('bench-payment-' || n || '-' || i.seq)::uuid, s.id, i.seq,"
                        + " (array['DEPOSIT','FIRST_PAYMENT','INSTALMENT','INSTALMENT','INSTALMENT','BALANCE'])[i.seq], i.amount, 'TRANSFER',"
                        + " '客户' || n, i.due_on, 'CONFIRMED', 'bench', i.due_on, 'bench', i.due_on" + paid);
        run("insert into sales.allocations (id, payment_id, instalment_id, amount, made_at)"
                + " select md5('bench-allocation-' || n || '-' || i.seq)::uuid, md5('bench-payment-' || n || '-' || i.seq)::uuid, i.id,"
                + " i.amount, i.due_on" + paid);
        run("insert into sales.ledger_acts (id, account_id, seq, kind, subject, amount, done_by, done_at)"
                + " select md5('bench-act-' || n || '-' || i.seq)::uuid, s.id, i.seq, 'RECEIVED', i.seq::text, i.amount, 'bench',"
                + " i.due_on" + paid);
        run(
                "insert into sales.receipts (id, book_id, number, receipt_no, kind, account_id, payment_id, item, amount, words, payer,"
                        + " method, paid_on, issued_by, issued_at, version) select md5('bench-receipt-' || n)::uuid, md5('bench-book-' || p)::uuid,"
                        + " (n - 1) % " + SALES_A_PROJECT + " + 1, 'BENCH' || p || '-' || lpad(((n - 1) % "
                        + SALES_A_PROJECT
                        + " + 1)::text, 6, '0'), 'DEPOSIT_SLIP', id, md5('bench-payment-' || n || '-1')::uuid, 'DEPOSIT', 50000, '伍万元整',"
                        + " '客户' || n, 'TRANSFER', opened + 8, 'bench', opened + 8, 0 from s order by n");
        run(
                "insert into sales.receivables (instalment_id, account_id, project_id, consultant, seq, kind, due_on, amount, paid, paid_on)"
                        + " select v.instalment_id, v.account_id, v.project_id, v.consultant, v.seq, v.kind, v.due_on, v.amount, v.paid, v.paid_on"
                        + " from sales.receivables_by_the_ledger v where v.account_id in (select id from s)");
    }

    /** Sales in talk or lost, one for each that came to a subscription. */
    private void talks(int from, int to) {
        String talk = " from (select n, n * " + CUSTOMERS_A_SALE + " - 3 as c, (n - 1) / " + SALES_A_PROJECT
                + " + 1 as p, (n - 1) % 3 > 0 as lost, " + today + " - n * 7919 % " + DAYS
                + " as opened from generate_series(" + from + ", " + to + ") n) t";
        run(
                "insert into sales.sales_cases (id, version, no, customer_id, project_id, project_name, visit_id, consultant, state,"
                        + " opened_at, follow_up_on, lost_reason, close_reason, closed_at)"
                        + " select md5('bench-talked-' || n)::uuid, 0, 'QT-' || lpad(n::text, 7, '0'), md5('bench-customer-' || c)::uuid,"
                        + " md5('bench-project-' || p)::uuid, '云栖' || p || '期', md5('bench-visit-' || c)::uuid, 'bench.sales' || n % "
                        + CONSULTANTS
                        + ", case when lost then 'LOST' else 'NEGOTIATING' end, opened + interval '10 hours',"
                        + " case when not lost then " + today + " - 10 + n % 40 end, case when lost then"
                        + " (array['PRICE','LAYOUT','LOCATION','RIVAL','FUNDING'])[n % 5 + 1] end, case when lost then '价格' end,"
                        + " case when lost then opened + interval '20 days' end" + talk);
        run(
                "insert into sales.milestones (id, version, case_id, stage, round, planned_from, planned_to, actual_from, actual_to)"
                        + " select md5('bench-talk-stage-' || n || '-' || x.at)::uuid, 0, md5('bench-talked-' || n)::uuid, x.stage, 1, opened + x.days,"
                        + " opened + x.days + 14, opened + x.days + interval '9 hours',"
                        + " case when x.at = 1 or lost then opened + x.days + interval '10 hours' + n % 18 * interval '1 day' end"
                        + talk
                        + ", (values (1, 'RECEPTION', 0), (2, 'NEGOTIATION', 1), (3, 'UNIT_CHOICE', 5)) x(at, stage, days)"
                        + " where x.at < 3 or n % 2 = 0");
    }

    /** Papers, letters, tasks that were done, documents, arrears: what a sale leaves behind. */
    private void traces() {
        run(
                "insert into sales.done_tasks (business_key, process, task, name, done_by, done_at)"
                        + " select id::text, 'sales-case', 'userTask_' || t, '办理第' || t || '步', consultant, opened + t from s, generate_series(1, 8) t");
        run(
                "insert into sales.issued_papers (id, case_id, kind, subject, no, template_version, digest, sealed, issued_by, issued_at)"
                        + " select md5('bench-paper-' || n || '-' || k)::uuid, id, (array['INTENT', 'SUBSCRIPTION'])[k], '单据', 'DJ-' || n || '-' || k,"
                        + " '1', 'x', decode(repeat('00', 2000), 'hex'), consultant, opened + 6 + k from s, generate_series(1, 2) k");
        run(
                "insert into sales.letters (id, message_id, recipient, subject, body, html, about, posted_at, state, attempts,"
                        + " next_attempt_at, finished_at, answer, version) select md5('bench-letter-' || n || '-' || l)::uuid, n || '-' || l || '@bench',"
                        + " 'k' || c || '@example.com', '付款提醒', repeat('请按期付款。', 20), repeat('<p>请按期付款。</p>', 20), id::text,"
                        + " opened + l * 50, 'SENT', 1, opened + l * 50, opened + l * 50, '250 OK', 0 from s, generate_series(1, 3) l");
        run(
                "insert into sales.reminders (id, account_id, kind, due_on, nth, seq, level, audience, rest, letter_id, state, made_by, made_at)"
                        + " select md5('bench-reminder-' || n || '-' || l)::uuid, s.id, 'INSTALMENT', i.due_on, 0, i.seq, -7, 'BUYER', i.amount,"
                        + " md5('bench-letter-' || n || '-' || l)::uuid, 'SENT', 'system', i.due_on - interval '7 days'"
                        + " from s cross join generate_series(1, 3) l join sales.instalments i on i.plan_id = md5('bench-plan-' || n)::uuid"
                        + " and i.seq = l + 2 and i.due_on <= " + today + " + 7");
        run(
                "insert into sales.arrears (id, account_id, kind, due_on, nth, seq, rest, state, opened_at, letter_from, review_from)"
                        + " select md5('bench-arrears-' || r.instalment_id)::uuid, r.account_id, r.kind, r.due_on, 0, r.seq, r.amount, 'OPEN',"
                        + " r.due_on + 16, r.due_on + 30, r.due_on + 90 from s join sales.receivables r on r.account_id = s.id"
                        + " where r.paid < r.amount and r.due_on < " + today + " - 15");
        run("insert into sales.controlled_documents (id, kind, no, title, project_id, opened_by, opened_at, version)"
                + " select md5('bench-document-' || n)::uuid, 'change-order', 'BG-' || lpad(n::text, 6, '0'), '延期签约申请', project, consultant,"
                + " opened + 10, 0 from s where n % 4 = 0");
        run(
                "insert into sales.document_versions (id, document_id, number, state, state_at, content, prepared_by, prepared_at,"
                        + " submitted_by, submitted_at, fingerprint, version) select md5('bench-version-' || n)::uuid,"
                        + " md5('bench-document-' || n)::uuid, 1, 'APPROVED', opened + 11, " + EXTENSION
                        + ", consultant, opened + 10, consultant, opened + 10,"
                        + " repeat('0', 64), 0 from s where n % 4 = 0");
        run(
                "insert into sales.version_steps select md5('bench-version-' || n)::uuid, 0, 'APPROVE', 'site-manager' from s where n % 4 = 0");
        run(
                "insert into sales.matters (id, document_id, version_id, step, kind, step_group, asked_group, fingerprint, state, opened_at,"
                        + " remind_at, due_at, decided_by, decided_at, version) select md5('bench-matter-' || n)::uuid,"
                        + " md5('bench-document-' || n)::uuid, md5('bench-version-' || n)::uuid, 0, 'APPROVE', 'site-manager', 'site-manager',"
                        + " repeat('0', 64), 'AGREED', opened + 10, opened + 11, opened + 12, 'bench', opened + 11, 0 from s where n % 4 = 0");
        run(
                "insert into sales.change_orders (id, version, case_id, kind, state, document_id, no, asked_by, asked_at, by_mortgage, outcome,"
                        + " ended_by, ended_at) select md5('bench-order-' || n)::uuid, 0, id, 'EXTEND_SIGNING', 'EXECUTED',"
                        + " md5('bench-document-' || n)::uuid, 'BG-' || lpad(n::text, 6, '0'), consultant, opened + 10, false, '已延期', 'bench',"
                        + " opened + 12 from s where n % 4 = 0");
        run("insert into sales.exports (id, title, asked, format, by_whom, at, state, rows, bytes, done_at)"
                + " select md5('bench-export-' || n)::uuid, '客户回款跟踪表', '全部', 'XLSX', consultant, opened + 20, 'READY', 100, 10000,"
                + " opened + 20 from s where n % 4 = 0");
    }

    private void run(String sql) {
        database.update(sql);
    }
}
