-- A time in which the mail server takes nothing. At most one lasts, whoever notices it.
create table sales.mail_server_troubles (
    id              uuid primary key,
    since           timestamptz  not null,
    last_words      varchar(500) not null,
    letters_waiting bigint       not null check (letters_waiting >= 0),
    ended_at        timestamptz,
    check (ended_at >= since)
);
create unique index mail_server_troubles_open on sales.mail_server_troubles ((true)) where ended_at is null;
create index on sales.mail_server_troubles (since);
