-- The ledger: one account a sale. Nothing here is ever deleted or overwritten; a mistake is reversed by a row of its own.
create table sales.receipt_books (
    id          uuid primary key,
    project_id  uuid         not null unique,
    code        varchar(12)  not null unique check (code <> ''),
    name        varchar(100) not null,
    last_number bigint       not null default 0 check (last_number >= 0)
);

create table sales.accounts (
    id         uuid primary key,
    book_id    uuid          not null references sales.receipt_books,
    price      numeric(14,2) not null check (price > 0),
    opened_by  varchar(64)   not null,
    opened_at  timestamptz   not null,
    fault      varchar(10) check (fault in ('BUYER', 'SELLER', 'NOBODY')),
    settled_by varchar(64),
    settled_at timestamptz,
    acts       integer       not null default 0,
    version    bigint        not null,
    check ((fault is null) = (settled_by is null) and (fault is null) = (settled_at is null))
);

create table sales.payment_plans (
    id         uuid primary key,
    account_id uuid          not null references sales.accounts,
    revision   integer       not null check (revision > 0),
    price      numeric(14,2) not null check (price > 0),
    reason     varchar(200)  not null check (reason <> ''),
    drawn_by   varchar(64)   not null,
    drawn_at   timestamptz   not null,
    unique (account_id, revision)
);

create table sales.instalments (
    id      uuid primary key,
    plan_id uuid          not null references sales.payment_plans,
    seq     integer       not null check (seq > 0),
    kind    varchar(12)   not null,
    amount  numeric(14,2) not null check (amount > 0),
    due_on  date          not null,
    unique (plan_id, seq)
);

create table sales.payments (
    id           uuid primary key,
    account_id   uuid          not null references sales.accounts,
    seq          integer       not null check (seq > 0),
    item         varchar(16)   not null,
    amount       numeric(14,2) not null check (amount > 0),
    method       varchar(10)   not null,
    payer        varchar(100)  not null check (payer <> ''),
    bank_serial  varchar(64),
    paid_on      date          not null,
    state        varchar(10)   not null check (state in ('PENDING', 'CONFIRMED', 'REVERSED')),
    entered_by   varchar(64)   not null,
    entered_at   timestamptz   not null,
    confirmed_by varchar(64),
    confirmed_at timestamptz,
    reversed_by  varchar(64),
    reversed_at  timestamptz,
    reversal     varchar(200) check (reversal <> ''),
    request_key  uuid,
    unique (account_id, seq),
    unique (account_id, request_key),
    check (state = 'PENDING' or (confirmed_by is not null and confirmed_at is not null)),
    check ((state = 'REVERSED') = (reversed_by is not null and reversed_at is not null and reversal is not null))
);

create table sales.refunds (
    id               uuid primary key,
    account_id       uuid          not null references sales.accounts,
    seq              integer       not null check (seq > 0),
    amount           numeric(14,2) not null check (amount > 0),
    method           varchar(10)   not null,
    payee            varchar(100)  not null check (payee <> ''),
    bank_serial      varchar(64),
    paid_on          date          not null,
    reason           varchar(200)  not null check (reason <> ''),
    after_settlement boolean       not null,
    paid_by          varchar(64)   not null,
    paid_at          timestamptz   not null,
    reversed_by      varchar(64),
    reversed_at      timestamptz,
    reversal         varchar(200) check (reversal <> ''),
    request_key      uuid,
    unique (account_id, seq),
    unique (account_id, request_key),
    check ((reversal is null) = (reversed_by is null) and (reversal is null) = (reversed_at is null))
);

-- What a payment went to: an instalment, or back to the buyer.
create table sales.allocations (
    id            uuid primary key,
    payment_id    uuid          not null references sales.payments,
    instalment_id uuid references sales.instalments,
    refund_id     uuid references sales.refunds,
    amount        numeric(14,2) not null check (amount > 0),
    made_at       timestamptz   not null,
    freed_at      timestamptz,
    check ((instalment_id is null) <> (refund_id is null))
);
create index on sales.allocations (payment_id);
create index on sales.allocations (instalment_id);
create index on sales.allocations (refund_id);

-- Who did what to an account, when and why.
create table sales.ledger_acts (
    id         uuid primary key,
    account_id uuid          not null references sales.accounts,
    seq        integer       not null check (seq > 0),
    kind       varchar(20)   not null,
    subject    varchar(40)   not null,
    amount     numeric(14,2),
    reason     varchar(200),
    done_by    varchar(64)   not null,
    done_at    timestamptz   not null,
    unique (account_id, seq)
);

create function sales.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of %.% are never changed or deleted', tg_table_schema, tg_table_name;
end $$;

create trigger payment_plans_stay before update or delete on sales.payment_plans for each row execute function sales.refuse_change();
create trigger instalments_stay before update or delete on sales.instalments for each row execute function sales.refuse_change();
create trigger ledger_acts_stay before update or delete on sales.ledger_acts for each row execute function sales.refuse_change();
create trigger payments_stay before delete on sales.payments for each row execute function sales.refuse_change();
create trigger refunds_stay before delete on sales.refunds for each row execute function sales.refuse_change();
create trigger allocations_stay before delete on sales.allocations for each row execute function sales.refuse_change();

create trigger payments_keep_their_facts before update on sales.payments for each row
    when ((old.account_id, old.seq, old.item, old.amount, old.method, old.payer, old.bank_serial, old.paid_on, old.entered_by, old.entered_at)
              is distinct from (new.account_id, new.seq, new.item, new.amount, new.method, new.payer, new.bank_serial, new.paid_on, new.entered_by, new.entered_at)
          or old.state = 'REVERSED' or (old.state = 'CONFIRMED' and new.state = 'PENDING'))
    execute function sales.refuse_change();
create trigger refunds_keep_their_facts before update on sales.refunds for each row
    when ((old.account_id, old.seq, old.amount, old.method, old.payee, old.bank_serial, old.paid_on, old.reason, old.after_settlement, old.paid_by, old.paid_at)
              is distinct from (new.account_id, new.seq, new.amount, new.method, new.payee, new.bank_serial, new.paid_on, new.reason, new.after_settlement, new.paid_by, new.paid_at)
          or old.reversal is not null)
    execute function sales.refuse_change();
create trigger allocations_keep_their_facts before update on sales.allocations for each row
    when ((old.payment_id, old.instalment_id, old.refund_id, old.amount, old.made_at)
              is distinct from (new.payment_id, new.instalment_id, new.refund_id, new.amount, new.made_at)
          or old.freed_at is not null)
    execute function sales.refuse_change();

-- Checked at commit: a plan's lines make its price, and nothing is spent twice.
create function sales.plan_sums_to_price() returns trigger language plpgsql as $$
declare
    plan sales.payment_plans;
    lines numeric;
begin
    select * into plan from sales.payment_plans where id = case tg_table_name when 'instalments' then (to_jsonb(new) ->> 'plan_id')::uuid else new.id end;
    select coalesce(sum(amount), 0) into lines from sales.instalments where plan_id = plan.id;
    if lines <> plan.price then
        raise exception 'the lines of plan % sum to %, its price is %', plan.id, lines, plan.price;
    end if;
    return null;
end $$;

create constraint trigger plans_sum_to_price after insert on sales.payment_plans
    deferrable initially deferred for each row execute function sales.plan_sums_to_price();
create constraint trigger lines_sum_to_price after insert on sales.instalments
    deferrable initially deferred for each row execute function sales.plan_sums_to_price();

create function sales.nothing_is_spent_twice() returns trigger language plpgsql as $$
begin
    if exists (select 1 from sales.payments p where p.id = new.payment_id
               and (select coalesce(sum(a.amount), 0) from sales.allocations a where a.payment_id = p.id and a.freed_at is null)
                   > case p.state when 'CONFIRMED' then p.amount else 0 end) then
        raise exception 'more is allocated of payment % than it brought', new.payment_id;
    end if;
    if exists (select 1 from sales.instalments i where i.id = new.instalment_id
               and (select sum(a.amount) from sales.allocations a where a.instalment_id = i.id and a.freed_at is null) > i.amount) then
        raise exception 'more is allocated to instalment % than it asks for', new.instalment_id;
    end if;
    return null;
end $$;

create constraint trigger allocations_within_bounds after insert or update on sales.allocations
    deferrable initially deferred for each row execute function sales.nothing_is_spent_twice();
