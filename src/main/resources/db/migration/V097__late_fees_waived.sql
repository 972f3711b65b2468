-- 违约金减免 (R18): asked for, and granted by whoever the table late-fee-authority names. What was asked is a controlled document.
create table sales.late_fee_waivers (
    id          uuid primary key,
    arrears_id  uuid          not null references sales.arrears,
    document_id uuid          not null unique,
    no          varchar(40)   not null unique,
    amount      numeric(14,2) not null check (amount > 0),
    state       varchar(10)   not null check (state in ('ASKED', 'APPROVED', 'REJECTED', 'ABANDONED')),
    asked_by    varchar(64)   not null,
    asked_at    timestamptz   not null,
    written_by  varchar(64)   not null,
    changed     varchar(500),
    decided_by  varchar(64),
    decided_at  timestamptz,
    check ((state in ('APPROVED', 'REJECTED')) = (decided_by is not null) and (decided_by is null) = (decided_at is null))
);
create unique index one_waiver_asked on sales.late_fee_waivers (arrears_id) where state = 'ASKED';
create index on sales.late_fee_waivers (arrears_id);
