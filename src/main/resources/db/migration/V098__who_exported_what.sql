-- Every workbook that left the application: who asked for it, by what filter, how many rows it held (R35).
create table sales.exports (
    id uuid primary key,
    title text not null,
    asked text not null,
    format text not null check (format in ('XLSX', 'XLS')),
    by_whom text not null,
    at timestamptz not null,
    state text not null check (state in ('RUNNING', 'READY', 'CANCELLED', 'FAILED')),
    rows bigint not null default 0,
    bytes bigint not null default 0,
    done_at timestamptz
);
create index exports_by_time on sales.exports (at desc);
create index exports_of_a_person on sales.exports (by_whom, at desc);
