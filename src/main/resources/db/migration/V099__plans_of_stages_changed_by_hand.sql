-- Who planned a stage ahead for another day, and when.
create table sales.stage_plan_changes (
    id bigint generated always as identity primary key,
    case_id uuid not null references sales.sales_cases,
    stage text not null,
    was date,
    becomes date not null,
    by_whom text not null,
    at timestamptz not null
);
create index stage_plan_changes_of_a_case on sales.stage_plan_changes (case_id, at);
create index if not exists milestones_open on sales.milestones (case_id) where actual_from is not null and actual_to is null;
