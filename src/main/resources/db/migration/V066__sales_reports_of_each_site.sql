-- A site's report of a day, a week or a month (R26). Whoever opens it, and how often: there is one for each period.
create table sales.sales_reports (
    id                 uuid primary key,
    project_id         uuid         not null references sales.projects,
    kind               varchar(5)   not null check (kind in ('DAY', 'WEEK', 'MONTH')),
    from_day           date         not null,
    to_day             date         not null,
    title              varchar(200) not null,
    document_id        uuid unique references sales.controlled_documents,
    opened_at          timestamptz  not null,
    opened_by          varchar(64),
    due_at             timestamptz  not null,
    deferred           boolean      not null,
    late_since         timestamptz,
    escalated_at       timestamptz,
    first_submitted_at timestamptz,
    on_time            boolean,
    minutes_late       integer check (minutes_late > 0),
    submitted_version  uuid references sales.document_versions,
    version            bigint       not null,
    unique (project_id, kind, from_day),
    check (to_day >= from_day),
    check ((first_submitted_at is null) = (on_time is null)),
    check ((first_submitted_at is null) = (submitted_version is null)),
    check (on_time is null or on_time = (minutes_late is null))
);
create index on sales.sales_reports (to_day) where submitted_version is not null;

-- On time or late is said once, by the first submission.
create function sales.first_submission_stands() returns trigger language plpgsql as $$
begin
    if old.first_submitted_at is not null
            and (new.first_submitted_at, new.on_time, new.minutes_late)
                is distinct from (old.first_submitted_at, old.on_time, old.minutes_late) then
        raise exception 'report %: the first submission stands', old.id;
    end if;
    return new;
end $$;
create trigger first_submission_stands before update on sales.sales_reports
    for each row execute function sales.first_submission_stands();

-- From which day on a site reports; fixed when the schedule first sees it at work.
create table sales.report_sites (
    project_id uuid primary key references sales.projects,
    starts_on  date not null
);

-- What happened before reports were kept here is nobody's to report now.
create table sales.report_beginning (
    only_one     boolean primary key default true check (only_one),
    installed_on date not null
);
insert into sales.report_beginning (installed_on) values (current_date);
