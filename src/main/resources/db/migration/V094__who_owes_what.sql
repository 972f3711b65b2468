-- 客户回款跟踪表: the instalments of all plans in force with what is paid of each, kept beside the ledger so that a page and its totals
-- do not add up the whole ledger. It is written anew for an account in the transaction that moves the account.
create table sales.receivables (
    instalment_id uuid primary key,
    account_id    uuid          not null,
    project_id    uuid          not null,
    consultant    text          not null,
    seq           integer       not null,
    kind          varchar(12)   not null,
    due_on        date          not null,
    amount        numeric(14,2) not null,
    paid          numeric(14,2) not null,
    paid_on       date
);
create index on sales.receivables (account_id);
create index on sales.receivables (due_on, instalment_id);
create index receivables_open on sales.receivables (due_on, instalment_id) include (amount, paid, project_id, consultant) where paid < amount;

create view sales.receivables_by_the_ledger as
select i.id as instalment_id, p.account_id, c.project_id, c.consultant, i.seq, i.kind, i.due_on, i.amount,
       coalesce(sum(l.amount), 0) as paid, max(y.paid_on) as paid_on
  from sales.instalments i
  join sales.payment_plans p on p.id = i.plan_id
  join sales.accounts a on a.id = p.account_id
  join sales.sales_cases c on c.id = p.account_id
  left join sales.allocations l on l.instalment_id = i.id and l.freed_at is null
  left join sales.payments y on y.id = l.payment_id
 where a.settled_at is null
   and not exists (select 1 from sales.payment_plans q where q.account_id = p.account_id and q.revision > p.revision)
 group by i.id, p.account_id, c.project_id, c.consultant;

insert into sales.receivables (instalment_id, account_id, project_id, consultant, seq, kind, due_on, amount, paid, paid_on)
select instalment_id, account_id, project_id, consultant, seq, kind, due_on, amount, paid, paid_on
  from sales.receivables_by_the_ledger;

-- The nightly comparison of plans, contracts, payments and this table; every difference is a row.
create table sales.ledger_checks (
    id         uuid primary key,
    checked_at timestamptz not null,
    checked_by varchar(64) not null,
    accounts   bigint      not null
);
create index on sales.ledger_checks (checked_at);

create table sales.ledger_differences (
    check_id   uuid          not null references sales.ledger_checks,
    account_id uuid          not null,
    kind       varchar(16)   not null check (kind in ('PLAN_PRICE', 'ALLOCATION', 'TABLE')),
    expected   numeric(16,2) not null,
    found      numeric(16,2) not null,
    primary key (check_id, account_id, kind)
);
