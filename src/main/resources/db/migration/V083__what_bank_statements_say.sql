-- Money a bank statement says came in. A line waits until a person books it on an account or says why not; nothing is booked by itself.
create table sales.bank_lines (
    id uuid primary key,
    version bigint not null,
    serial varchar(64) not null unique check (serial <> ''),
    paid_on date not null,
    amount numeric(14, 2) not null check (amount > 0),
    payer varchar(100) not null,
    remark varchar(200) not null,
    filename varchar(200) not null,
    brought_in_by varchar(64) not null,
    brought_in_at timestamptz not null,
    state varchar(10) not null check (state in ('OPEN', 'BOOKED', 'DISMISSED')),
    account_id uuid references sales.accounts,
    payment_id uuid unique references sales.payments,
    decided_by varchar(64),
    decided_at timestamptz,
    reason varchar(200),
    check ((state = 'OPEN') = (decided_by is null) and (state = 'OPEN') = (decided_at is null)),
    check ((state = 'BOOKED') = (payment_id is not null) and (state = 'BOOKED') = (account_id is not null)),
    check ((state = 'DISMISSED') = (reason is not null))
);
create index bank_lines_open on sales.bank_lines (paid_on) where state = 'OPEN';
