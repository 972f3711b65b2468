-- 前置手续: what was cleared with others before an approved change was carried out.
create table sales.change_clearances (
    order_id uuid not null references sales.change_orders,
    seq int not null,
    kind text not null check (kind in ('FILED', 'LOAN_OPEN', 'RECEIPTS_OUT')),
    proof text not null,
    cleared_on date not null,
    cleared_by text not null,
    cleared_at timestamptz not null,
    primary key (order_id, seq)
);
