-- 成交客户检查表: ticked line by line by a second person.
create table sales.deal_checklists (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null unique references sales.sales_cases,
    checked_by text not null,
    checked_at timestamptz not null
);

create table sales.deal_checklist_lines (
    checklist_id uuid not null references sales.deal_checklists,
    seq int not null,
    code text not null,
    title text not null,
    note text,
    primary key (checklist_id, seq),
    unique (checklist_id, code)
);

-- 销售后续手续: each step with its owner and its deadline; a missed deadline stays marked.
create table sales.aftercare_steps (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null references sales.sales_cases,
    kind text not null,
    owner text not null,
    due_on date not null,
    late boolean not null,
    late_noticed_at timestamptz,
    done_on date,
    done_by text,
    done_at timestamptz,
    result text,
    note text,
    unique (case_id, kind),
    check ((done_on is null) = (done_by is null))
);

-- 销售工作总结, written along the guide in force that day.
create table sales.sales_summaries (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null unique references sales.sales_cases,
    written_by text not null,
    written_at timestamptz not null
);

create table sales.sales_summary_answers (
    summary_id uuid not null references sales.sales_summaries,
    seq int not null,
    code text not null,
    title text not null,
    text text not null,
    primary key (summary_id, seq)
);
