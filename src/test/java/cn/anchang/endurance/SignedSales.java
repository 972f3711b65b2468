package cn.anchang.endurance;

import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Signed contracts by the thousand, written past the application: what programs here measure is what comes after. */
final class SignedSales {

    private final JdbcTemplate database;
    private final LocalDate today;

    SignedSales(JdbcTemplate database, LocalDate today) {
        this.database = database;
        this.today = today;
    }

    /** Accounts of five instalments, numbered; of every second one the third falls on a level today. */
    void signed(int from, int to) {
        String range = " from generate_series(" + from + ", " + to + ") n";
        database.update("insert into sales.receipt_books (id, project_id, code, name) values (md5('book')::uuid,"
                + " md5('project')::uuid, 'BENCH', '压测') on conflict do nothing");
        database.update(
                "insert into sales.customers (id, no, name, kind, phone, email, channel, state, created_at, version)"
                        + " select md5('u' || n)::uuid, 'B' || n, '客户' || n, 'PERSON', 'b' || n, 'b' || n || '@example.com',"
                        + " 'WALK_IN', 'CONTRACTED', now(), 0" + range);
        database.update(
                "insert into sales.sales_cases (id, version, no, customer_id, project_id, project_name, visit_id,"
                        + " consultant, state, opened_at, unit_no) select md5('c' || n)::uuid, 0, 'B' || n, md5('u' || n)::uuid,"
                        + " md5('project')::uuid, '压测', md5('v' || n)::uuid, 'consultant' || n % 20, 'FILED', now(), 'B-' || n"
                        + range);
        database.update(
                "insert into sales.subscriptions (id, version, case_id, no, unit_id, unit_no, price, list_price, deposit,"
                        + " terms, state, subscribed_on, first_sign_by, sign_by) select md5('s' || n)::uuid, 0, md5('c' || n)::uuid,"
                        + " 'BS' || n, md5('n' || n)::uuid, 'B-' || n, 1000000, 1000000, 50000, 'INSTALMENTS', 'SIGNED',"
                        + " current_date - 200, current_date - 193, current_date - 193" + range);
        database.update(
                "insert into sales.sales_contracts (id, version, case_id, subscription_id, no, total, signed_on,"
                        + " deliver_on, file_by) select md5('k' || n)::uuid, 0, md5('c' || n)::uuid, md5('s' || n)::uuid, 'BK' || n,"
                        + " 1000000, current_date - 190, current_date + 300, current_date - 160" + range);
        database.update("insert into sales.accounts (id, book_id, price, opened_by, opened_at, version)"
                + " select md5('c' || n)::uuid, md5('book')::uuid, 1000000, 'bench', now(), 0" + range);
        database.execute(
                "with plans as (insert into sales.payment_plans (id, account_id, revision, price, reason, drawn_by, drawn_at)"
                        + " select md5('p' || n)::uuid, md5('c' || n)::uuid, 1, 1000000, '压测', 'bench', now()" + range
                        + ") insert into sales.instalments (id, plan_id, seq, kind, amount, due_on) select md5('i' || n || '-' || seq)::uuid,"
                        + " md5('p' || n)::uuid, seq, (array['DEPOSIT','FIRST','INSTALMENT','INSTALMENT','BALANCE'])[seq],"
                        + " (array[50000,250000,300000,300000,100000])[seq], date '" + today
                        + "' + case seq when 1 then -200 when 2 then -190"
                        + " when 3 then case when n % 2 = 0 then -60 else (array[7,3,0,-1,-7])[n / 2 % 5 + 1] end when 4 then 60 + n % 200"
                        + " else 300 end" + range + ", generate_series(1, 5) seq");
        database.update(
                "insert into sales.payments (id, account_id, seq, item, amount, method, payer, paid_on, state, entered_by,"
                        + " entered_at, confirmed_by, confirmed_at) select md5('y' || n || '-' || seq)::uuid, md5('c' || n)::uuid, seq,"
                        + " 'INSTALMENT', (array[50000,250000,300000])[seq], 'TRANSFER', '客户', current_date - 60, 'CONFIRMED', 'bench',"
                        + " now(), 'bench', now()" + range + ", generate_series(1, 3) seq where seq < 3 or n % 2 = 0");
        database.update("insert into sales.allocations (id, payment_id, instalment_id, amount, made_at) select"
                + " md5('l' || n || '-' || seq)::uuid, md5('y' || n || '-' || seq)::uuid, md5('i' || n || '-' || seq)::uuid,"
                + " (array[50000,250000,300000])[seq], now()" + range
                + ", generate_series(1, 3) seq where seq < 3 or n % 2 = 0");
        database.update(
                "insert into sales.receivables select v.* from sales.receivables_by_the_ledger v where not exists"
                        + " (select 1 from sales.receivables r where r.instalment_id = v.instalment_id)");
        database.execute("analyze");
    }
}
