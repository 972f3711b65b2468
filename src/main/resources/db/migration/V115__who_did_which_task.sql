-- Who completed which task of a process, and when: the acts of a sale are told from it. Written once, never changed.
create table sales.done_tasks (
    id bigint generated always as identity primary key,
    business_key text not null,
    process text not null,
    task text not null,
    name text not null,
    done_by varchar(64) not null,
    done_at timestamptz not null
);
create index done_tasks_of_a_case on sales.done_tasks (business_key, done_at);
create trigger done_tasks_stay before update or delete on sales.done_tasks
    for each row execute function sales.refuse_change();
