-- What a person of ours is told, once for each fact. The words stay as they were when it happened; names in them are masked.
create table sales.staff_notices (
    id         uuid primary key,
    person     varchar(64)  not null,
    occasion   varchar(16)  not null check (occasion in ('ASSIGNED', 'DUE_SOON', 'BANK_REFUSED', 'RETURNED', 'HOLD_LAPSING')),
    fact       varchar(200) not null,
    words      text         not null,
    link       varchar(300) not null check (link like '/%' and link not like '//%'),
    task_id    varchar(64),
    project_id uuid,
    made_at    timestamptz  not null,
    on_page    boolean      not null,
    by_mail    boolean      not null check (on_page or by_mail),
    mailed_at  timestamptz,
    read_at    timestamptz,
    settled    boolean      not null default false check (not settled or read_at is not null),
    unique (person, occasion, fact)
);
create index staff_notices_unread on sales.staff_notices (person) where read_at is null;
create index staff_notices_of_a_person on sales.staff_notices (person, made_at desc) where on_page;
create index staff_notices_of_a_task on sales.staff_notices (task_id) where task_id is not null;
create index staff_notices_to_mail on sales.staff_notices (person) where by_mail and mailed_at is null and read_at is null;
create index staff_notices_mailed on sales.staff_notices (person, mailed_at) where mailed_at is not null;
create index staff_notices_by_age on sales.staff_notices (made_at);

-- Where a person wants to be told of what; without a row the occasion's own default holds.
create table sales.notice_choices (
    person   varchar(64) not null,
    occasion varchar(16) not null check (occasion in ('ASSIGNED', 'DUE_SOON', 'BANK_REFUSED', 'RETURNED', 'HOLD_LAPSING')),
    on_page  boolean     not null,
    by_mail  boolean     not null,
    primary key (person, occasion)
);
