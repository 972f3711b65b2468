-- 特价: a price somebody entitled granted for one sale (R09). What was approved is a controlled document; this row is its way.
create table sales.special_prices (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null references sales.sales_cases,
    document_id uuid not null unique,
    no text not null unique,
    asked_by text not null,
    asked_at timestamptz not null,
    state text not null check (state in ('ASKED', 'APPROVED', 'USED', 'REPLACED', 'REJECTED', 'ABANDONED')),
    written_by text not null,
    changed text,
    approved_version uuid,
    approved_by text,
    approved_at timestamptz,
    subscription_id uuid unique,
    used_by text,
    used_at timestamptz,
    check (state not in ('APPROVED', 'USED', 'REPLACED')
           or (approved_version is not null and approved_by is not null and approved_at is not null)),
    check ((state = 'USED') = (subscription_id is not null)
           and (state = 'USED') = (used_by is not null) and (state = 'USED') = (used_at is not null))
);

-- One request at a time, and one price that is good.
create unique index one_special_price_asked_a_case on sales.special_prices (case_id) where state = 'ASKED';
create unique index one_special_price_good_a_case on sales.special_prices (case_id) where state = 'APPROVED';
