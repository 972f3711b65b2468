-- One reminder of an instalment and level. A new revision of a plan makes new instalments, so an instalment is known by its account,
-- kind, due date and number among those of one kind and day: what stays as it was is not reminded again, what is put off is.
create table sales.reminders (
    id          uuid primary key,
    account_id  uuid          not null references sales.accounts,
    kind        varchar(12)   not null,
    due_on      date          not null,
    nth         integer       not null check (nth >= 0),
    seq         integer       not null check (seq > 0),
    level       integer       not null,
    audience    varchar(10)   not null check (audience in ('BUYER', 'LENDER')),
    rest        numeric(14,2) not null check (rest > 0),
    letter_id   uuid unique references sales.letters deferrable initially deferred,
    state       varchar(10)   not null check (state in ('POSTED', 'SENT', 'SUPPRESSED', 'CALL', 'CALLED', 'SETTLED')),
    reason      varchar(500),
    made_by     varchar(64)   not null,
    made_at     timestamptz   not null,
    resend_of   uuid references sales.reminders,
    called_by   varchar(64),
    called_at   timestamptz,
    call_note   varchar(500),
    promised_on date,
    check (letter_id is not null or state in ('CALL', 'CALLED', 'SETTLED')),
    check ((called_by is null) = (called_at is null) and (called_by is null) = (call_note is null)),
    check ((state = 'CALLED') = (called_by is not null))
);
create unique index one_reminder_a_level on sales.reminders (account_id, kind, due_on, nth, level) where resend_of is null;
create index on sales.reminders (made_at);
create index reminders_to_call on sales.reminders (account_id) where state = 'CALL';

-- A sale nobody is to be reminded about for a while, e.g. because its money is disputed. At most one hold lasts.
create table sales.reminder_holds (
    id          uuid primary key,
    account_id  uuid         not null references sales.accounts,
    reason      varchar(200) not null check (reason <> ''),
    until       date         not null,
    held_by     varchar(64)  not null,
    held_at     timestamptz  not null,
    released_by varchar(64),
    released_at timestamptz,
    check ((released_by is null) = (released_at is null))
);
create unique index one_hold_a_sale on sales.reminder_holds (account_id) where released_at is null;

create index on sales.instalments (due_on, id);
