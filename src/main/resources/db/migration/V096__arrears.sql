-- R18: what the contract says of late payment, where it says it; else the rate of the configuration counts.
alter table sales.sales_contracts add column late_fee_percent numeric(6,4) check (late_fee_percent >= 0);

-- One instalment of the buyer's own money that stays unpaid, from the day a person takes over until it is paid or not asked for any
-- more. Known as reminders know it, by what stays the same through all revisions of a plan. A reversal after the end begins another.
create table sales.arrears (
    id             uuid primary key,
    account_id     uuid          not null references sales.accounts,
    kind           varchar(12)   not null,
    due_on         date          not null,
    nth            integer       not null check (nth >= 0),
    seq            integer       not null check (seq > 0),
    rest           numeric(14,2) not null check (rest > 0),
    state          varchar(12)   not null check (state in ('OPEN', 'RESCINDING', 'LITIGATION', 'SETTLED', 'MOVED')),
    opened_at      timestamptz   not null,
    letter_from    date          not null,
    review_from    date          not null,
    demand_id      uuid,
    demand_version uuid,
    demand_sent_on date,
    demand_pay_by  date,
    demand_mail_no varchar(40),
    ended_at       timestamptz,
    ended_because  varchar(200),
    fee            numeric(14,2) check (fee >= 0),
    check ((state in ('SETTLED', 'MOVED')) = (ended_at is not null) and (ended_at is null) = (ended_because is null)),
    check ((demand_sent_on is null) = (demand_pay_by is null) and (demand_sent_on is null) = (demand_mail_no is null)),
    check (demand_sent_on is null or demand_version is not null)
);
create unique index one_arrears_a_line on sales.arrears (account_id, kind, due_on, nth) where ended_at is null;
create index on sales.arrears (account_id);
create unique index arrears_by_demand on sales.arrears (demand_id);

-- What people did about it, in their words; never changed.
create table sales.arrears_notes (
    id         uuid primary key,
    arrears_id uuid         not null references sales.arrears,
    act        varchar(10)  not null check (act in ('CALL', 'DEMAND', 'SENT', 'WAIT', 'RESCIND', 'LITIGATE', 'RESUMED')),
    note       varchar(500) not null,
    until      date,
    done_by    varchar(64)  not null,
    done_at    timestamptz  not null
);
create index on sales.arrears_notes (arrears_id);
create trigger arrears_notes_stay before update or delete on sales.arrears_notes for each row execute function sales.refuse_change();
