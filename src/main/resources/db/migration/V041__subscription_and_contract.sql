-- 认购协议书: price, deposit, payment terms and sign-by date are fixed here.
create table sales.subscriptions (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null unique references sales.sales_cases,
    no text not null unique,
    unit_id uuid not null,
    unit_no text not null,
    price numeric(14, 2) not null check (price > 0),
    deposit numeric(14, 2) not null check (deposit >= 0),
    terms text not null,
    state text not null,
    subscribed_on date not null,
    first_sign_by date not null,
    sign_by date not null,
    forfeit_proposed_by text,
    forfeit_proposed_at timestamptz,
    forfeit_proposal text,
    fault text,
    ruled_by text,
    ruled_at timestamptz,
    ruling text
);

create table sales.buyers (
    subscription_id uuid not null references sales.subscriptions,
    seq int not null,
    name text not null,
    id_type text not null,
    id_no_sealed bytea not null,
    phone_sealed bytea,
    share_percent int not null check (share_percent between 1 and 100),
    primary key (subscription_id, seq)
);

-- R06: extensions of the sign-by date add up; each names who gave it.
create table sales.signing_extensions (
    id uuid primary key,
    subscription_id uuid not null references sales.subscriptions,
    days int not null check (days > 0),
    until date not null,
    authority text not null,
    granted_by text not null,
    reason text not null,
    granted_at timestamptz not null
);

create table sales.sales_contracts (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null unique references sales.sales_cases,
    subscription_id uuid not null unique references sales.subscriptions,
    no text not null unique,
    total numeric(14, 2) not null check (total > 0),
    signed_on date not null,
    deliver_on date not null,
    penalty_terms text,
    file_by date not null,
    filing_no text unique,
    filed_on date,
    check ((filing_no is null) = (filed_on is null))
);
