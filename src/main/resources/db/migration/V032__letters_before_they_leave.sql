-- A letter is a row first, in the transaction of what it tells about; a worker sends it afterwards.
create table sales.letters (
    id              uuid primary key,
    message_id      varchar(120) not null unique,
    recipient       varchar(320) not null,
    subject         varchar(200) not null,
    body            text         not null,
    about           varchar(100) not null,
    posted_at       timestamptz  not null,
    state           varchar(10)  not null check (state in ('WAITING', 'SENT', 'FAILED')),
    attempts        integer      not null default 0 check (attempts >= 0),
    next_attempt_at timestamptz  not null,
    finished_at     timestamptz,
    answer          varchar(500),
    version         bigint       not null,
    check ((state = 'WAITING') = (finished_at is null))
);
create index letters_waiting on sales.letters (next_attempt_at, posted_at) where state = 'WAITING';
create index on sales.letters (about);
create index on sales.letters (posted_at);
