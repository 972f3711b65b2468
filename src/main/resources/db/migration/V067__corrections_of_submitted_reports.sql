-- A number of a submitted report that the rows say differently by now. The report stays as it was; this stands beside it.
create table sales.report_corrections (
    id          uuid primary key,
    report_id   uuid        not null references sales.sales_reports,
    version_id  uuid        not null references sales.document_versions,
    metric      varchar(24) not null,
    was         varchar(40) not null,
    became      varchar(40) not null,
    noticed_at  timestamptz not null,
    reported_in uuid references sales.sales_reports,
    check (was <> became)
);
create index on sales.report_corrections (report_id);
create index on sales.report_corrections (version_id, metric);

create function sales.a_correction_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.id, new.report_id, new.version_id, new.metric, new.was, new.became, new.noticed_at)
            is distinct from (old.id, old.report_id, old.version_id, old.metric, old.was, old.became, old.noticed_at) then
        raise exception 'correction %: it is told further and never changed', old.id;
    end if;
    return new;
end $$;
create trigger a_correction_stands before update or delete on sales.report_corrections
    for each row execute function sales.a_correction_stands();
