-- 变更单: what is asked to be changed on the way. What it says is a controlled document; this row is its way through
-- approval and execution.
create table sales.change_orders (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null references sales.sales_cases,
    kind text not null check (kind in ('EXTEND_SIGNING', 'RESCHEDULE', 'DEFER_PAYMENT', 'CHANGE_TERMS', 'CHANGE_BUYERS',
        'EXCHANGE_UNIT', 'WITHDRAW', 'RETURN_UNIT', 'FORFEIT')),
    state text not null check (state in ('DRAFT', 'IN_APPROVAL', 'APPROVED', 'FAILED', 'EXECUTED', 'REJECTED', 'ABANDONED')),
    document_id uuid not null unique,
    no text not null unique,
    asked_by text not null,
    asked_at timestamptz not null,
    asked_because text,
    by_mortgage boolean not null,
    what_changed text,
    bound_to text,
    authority text,
    rule text,
    rule_says text,
    failure text,
    outcome text,
    ended_by text,
    ended_at timestamptz,
    check ((state in ('EXECUTED', 'REJECTED', 'ABANDONED')) = (ended_at is not null)),
    check (state <> 'FAILED' or failure is not null),
    check (state <> 'EXECUTED' or outcome is not null)
);

-- One open order a sale: two at once would each be drawn up for a sale the other has changed.
create unique index one_open_change_order_a_sale on sales.change_orders (case_id)
    where state not in ('EXECUTED', 'REJECTED', 'ABANDONED');

create index change_orders_by_asker on sales.change_orders (asked_by, asked_at desc);
