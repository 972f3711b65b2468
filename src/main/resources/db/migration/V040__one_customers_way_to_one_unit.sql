-- One customer's way to one unit (一客一案), from reception to completion.
create table sales.sales_cases (
    id uuid primary key,
    version bigint not null,
    no text not null unique,
    customer_id uuid not null,
    project_id uuid not null,
    project_name text not null,
    visit_id uuid not null,
    consultant text not null,
    state text not null,
    opened_at timestamptz not null,
    follow_up_on date,
    unit_id uuid,
    unit_no text,
    building text,
    layout text,
    area numeric(10, 2),
    list_price numeric(14, 2),
    permit_no text,
    hold_until timestamptz,
    deposit numeric(14, 2),
    deposit_on date,
    subscribe_by timestamptz,
    supervision_note text,
    close_reason text,
    closed_at timestamptz
);

-- Two receptions of the same customer at the same moment open one case, not two.
create unique index one_open_talk_a_customer_and_project on sales.sales_cases (customer_id, project_id)
    where state in ('NEGOTIATING', 'HOLDING');
create index sales_cases_of_a_consultant on sales.sales_cases (consultant, state);

-- What every stage planned and what it became; analyses read these rows, never the engine's history.
create table sales.milestones (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null references sales.sales_cases,
    stage text not null,
    round int not null,
    planned_from date,
    planned_to date,
    actual_from timestamptz,
    actual_to timestamptz,
    unique (case_id, stage, round),
    check (actual_to is null or actual_from is not null)
);

create table sales.notices (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null references sales.sales_cases,
    kind text not null,
    text text not null,
    noticed_at timestamptz not null
);
create index notices_of_a_case on sales.notices (case_id, noticed_at);
