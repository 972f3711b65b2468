create sequence sales.customer_numbers;

create table sales.customers (
    id uuid primary key,
    no text not null unique,
    name text not null,
    kind text not null check (kind in ('PERSON', 'COMPANY')),
    phone text not null unique,
    id_type text check (id_type in ('ID_CARD', 'PASSPORT', 'HK_MACAO_TW_PERMIT', 'BUSINESS_LICENCE', 'OTHER')),
    id_no_sealed bytea,
    email text,
    channel text not null check (channel in ('WALK_IN', 'REFERRAL', 'ONLINE', 'PHONE', 'AGENCY', 'OUTDOOR', 'EVENT', 'OTHER')),
    segment text check (segment in ('FIRST_HOME', 'UPGRADE', 'INVESTMENT', 'GROUP')),
    grade text check (grade in ('A', 'B', 'C', 'D')),
    state text not null check (state in ('LEAD', 'VISITED', 'INTENDED', 'SUBSCRIBED', 'CONTRACTED', 'OWNER', 'LOST', 'MERGED')),
    lost_reason text check (lost_reason in ('PRICE', 'LAYOUT', 'LOCATION', 'RIVAL', 'FUNDING', 'UNREACHABLE', 'OTHER')),
    lost_note text,
    owner text,
    protected_until timestamptz,
    wanted_area text,
    wanted_layout text,
    wanted_budget text,
    wanted_floor text,
    motive text,
    objections text,
    rivals text,
    co_buyers text,
    remark text,
    created_at timestamptz not null,
    version bigint not null,
    check ((state = 'LOST') = (lost_reason is not null)),
    check (id_no_sealed is null or id_type is not null)
);
create index customers_by_owner on sales.customers (owner);

create table sales.visits (
    id uuid primary key,
    customer_id uuid not null references sales.customers,
    project_id uuid not null,
    visited_at timestamptz not null,
    first_visit boolean not null,
    party_size int not null check (party_size between 1 and 50),
    channel text not null,
    consultant text not null,
    version bigint not null
);
create index visits_of_customer on sales.visits (customer_id, visited_at);

-- What the customer said at that visit; the customer's own row keeps the latest.
create table sales.intent_registrations (
    visit_id uuid primary key references sales.visits,
    grade text check (grade in ('A', 'B', 'C', 'D')),
    wanted_area text,
    wanted_layout text,
    wanted_budget text,
    wanted_floor text,
    motive text,
    objections text,
    rivals text,
    version bigint not null
);

-- What came of a visit or a call: several follow one another, none replaces another.
create table sales.customer_feedback (
    id uuid primary key,
    customer_id uuid not null references sales.customers,
    visit_id uuid references sales.visits,
    noted_at timestamptz not null,
    noted_by text not null,
    feedback text,
    suggestion text,
    next_step text,
    next_step_on date,
    version bigint not null
);
create index customer_feedback_of_customer on sales.customer_feedback (customer_id, noted_at);

-- R35: who saw which customer's number in clear, and when. Never changed, never deleted.
create table sales.reveals (
    id uuid primary key,
    customer_id uuid not null references sales.customers,
    what text not null check (what in ('PHONE', 'ID_NO')),
    revealed_to text not null,
    revealed_at timestamptz not null
);
create index reveals_of_customer on sales.reveals (customer_id, revealed_at);
