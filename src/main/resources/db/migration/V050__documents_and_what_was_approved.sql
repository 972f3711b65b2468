-- A controlled document lives on through its versions; what was put before approvers is never written again (R36).
create table sales.controlled_documents (
    id             uuid primary key,
    kind           varchar(40)  not null,
    no             varchar(24)  not null unique,
    title          varchar(200) not null check (title <> ''),
    project_id     uuid,
    opened_by      varchar(64)  not null,
    opened_at      timestamptz  not null,
    copied_from    uuid,
    abandoned_by   varchar(64),
    abandoned_at   timestamptz,
    abandon_reason varchar(500),
    version        bigint       not null,
    check ((abandoned_at is null) = (abandoned_by is null))
);
create index on sales.controlled_documents (kind, opened_at);

create table sales.document_versions (
    id            uuid primary key,
    document_id   uuid         not null references sales.controlled_documents,
    number        int          not null check (number > 0),
    state         varchar(10)  not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN', 'REJECTED',
                                                         'APPROVED', 'SUPERSEDED', 'ABANDONED')),
    state_at      timestamptz  not null,
    content       text         not null,
    prepared_by   varchar(64)  not null,
    prepared_at   timestamptz  not null,
    changed       varchar(1000),
    submitted_by  varchar(64),
    submitted_at  timestamptz,
    fingerprint   varchar(64),
    superseded_by uuid references sales.document_versions,
    version       bigint       not null,
    unique (document_id, number),
    check ((submitted_at is null) = (submitted_by is null) and (submitted_at is null) = (fingerprint is null)),
    check (submitted_at is not null or state in ('DRAFT', 'ABANDONED')),
    check (superseded_by is null or state = 'SUPERSEDED')
);
create unique index document_versions_one_open on sales.document_versions (document_id)
    where state in ('DRAFT', 'SUBMITTED');
alter table sales.controlled_documents
    add foreign key (copied_from) references sales.document_versions;

-- Whoever wrote in a version does not decide about it.
create table sales.version_preparers (
    version_id uuid        not null references sales.document_versions,
    person     varchar(64) not null,
    primary key (version_id, person)
);

-- The way a version takes, worked out when it was submitted.
create table sales.version_steps (
    version_id uuid        not null references sales.document_versions,
    seq        int         not null,
    kind       varchar(10) not null check (kind in ('REVIEW', 'APPROVE')),
    step_group varchar(64) not null,
    primary key (version_id, seq)
);

create table sales.matters (
    id           uuid primary key,
    document_id  uuid        not null references sales.controlled_documents,
    version_id   uuid        not null references sales.document_versions,
    step         int         not null,
    kind         varchar(10) not null,
    step_group   varchar(64) not null,
    asked_group  varchar(64) not null,
    fingerprint  varchar(64) not null,
    state        varchar(10) not null check (state in ('OPEN', 'AGREED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    opened_at    timestamptz not null,
    remind_at    timestamptz not null,
    due_at       timestamptz not null,
    reminded_at  timestamptz,
    escalated_at timestamptz,
    escalated_to varchar(64),
    decided_by   varchar(64),
    decided_at   timestamptz,
    reason       varchar(1000),
    version      bigint      not null,
    unique (version_id, step),
    foreign key (version_id, step) references sales.version_steps (version_id, seq) deferrable initially deferred,
    check ((state = 'OPEN') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    check (state not in ('RETURNED', 'REJECTED') or coalesce(reason, '') <> '')
);
create unique index matters_one_open_a_document on sales.matters (document_id) where state = 'OPEN';

create function sales.document_versions_stand() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'version % of document % stays', old.number, old.document_id;
    end if;
    if (new.id, new.document_id, new.number) is distinct from (old.id, old.document_id, old.number) then
        raise exception 'version % of document % stays where it is', old.number, old.document_id;
    end if;
    if old.state <> 'DRAFT' then
        if (to_jsonb(old) - array['state', 'state_at', 'superseded_by', 'version'])
               is distinct from (to_jsonb(new) - array['state', 'state_at', 'superseded_by', 'version']) then
            raise exception 'version % of document % is no draft any more', old.number, old.document_id;
        end if;
        if new.state <> old.state and not (
                old.state = 'SUBMITTED' and new.state in ('RETURNED', 'WITHDRAWN', 'REJECTED', 'APPROVED')
                or old.state = 'APPROVED' and new.state = 'SUPERSEDED') then
            raise exception 'version % of document % does not become % after %', old.number, old.document_id,
                new.state, old.state;
        end if;
    end if;
    return new;
end $$;
create trigger document_versions_stand before update or delete on sales.document_versions
    for each row execute function sales.document_versions_stand();

create function sales.matters_stand() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'OPEN' then
        raise exception 'matter % is decided and stays decided', old.id;
    end if;
    if (old.id, old.document_id, old.version_id, old.step, old.kind, old.step_group, old.asked_group, old.fingerprint,
        old.opened_at) is distinct from (new.id, new.document_id, new.version_id, new.step, new.kind, new.step_group,
        new.asked_group, new.fingerprint, new.opened_at) then
        raise exception 'matter % asks what it asked', old.id;
    end if;
    return new;
end $$;
create trigger matters_stand before update or delete on sales.matters
    for each row execute function sales.matters_stand();

-- Who prepared a version and which way it goes is settled once it leaves its author.
create function sales.submitted_versions_keep_theirs() returns trigger language plpgsql as $$
declare
    submitted boolean;
begin
    if tg_op in ('UPDATE', 'DELETE') then
        select state <> 'DRAFT' into submitted from sales.document_versions where id = old.version_id;
        if submitted then
            raise exception 'version % keeps its preparers and its way', old.version_id;
        end if;
        if tg_op = 'DELETE' then
            return old;
        end if;
    end if;
    return new;
end $$;
create trigger version_preparers_stay before update or delete on sales.version_preparers
    for each row execute function sales.submitted_versions_keep_theirs();
create trigger version_steps_stay before update or delete on sales.version_steps
    for each row execute function sales.submitted_versions_keep_theirs();
