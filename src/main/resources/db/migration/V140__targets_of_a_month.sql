-- What a project is to reach in a month. A row is never changed: the newest of a metric counts, the older tell what was asked before.
create table sales.targets (
    id         bigint generated always as identity primary key,
    project_id uuid          not null references sales.projects,
    month      date          not null check (extract(day from month) = 1),
    metric     varchar(16)   not null check (metric in ('VISITS', 'SUBSCRIPTIONS', 'CONTRACTS', 'CONTRACT_MONEY', 'RECEIPTS')),
    value      numeric(16,2) not null check (value >= 0),
    set_by     varchar(64)   not null,
    set_at     timestamptz   not null
);
create index on sales.targets (project_id, month, metric, id desc);

-- What the home page asks for every time it is opened.
create index subscriptions_by_day on sales.subscriptions (subscribed_on);
create index sales_contracts_by_day on sales.sales_contracts (signed_on);
create index payments_by_day on sales.payments (paid_on) where state = 'CONFIRMED';
create index sales_cases_to_follow_up on sales.sales_cases (follow_up_on) where state = 'NEGOTIATING' and follow_up_on is not null;
