-- 阶段性营销总结. What it says is a controlled document; this row is its way: what it is about, and what was decided on it.
create table sales.stage_summaries (
    id uuid primary key,
    version bigint not null,
    document_id uuid not null unique,
    no text not null unique,
    title text not null,
    project_id uuid not null,
    project_name text not null,
    plan_id uuid,
    from_day date not null,
    to_day date not null,
    opened_by text,
    opened_at timestamptz not null,
    state text not null check (state in ('WRITING', 'IN_APPROVAL', 'APPROVED', 'STANDS', 'REVISED', 'REJECTED')),
    revise boolean,
    reason text,
    decided_by text,
    decided_at timestamptz,
    revision_id uuid,
    check (from_day <= to_day),
    check ((revise is null) = (decided_by is null) and (revise is null) = (decided_at is null)),
    check ((state in ('STANDS', 'REVISED')) = (revise is not null)),
    check (revision_id is null or revise)
);

-- One account of the same days of a project; a rejected one may be followed by another.
create unique index one_summary_a_project_and_period on sales.stage_summaries (project_id, from_day, to_day)
    where state <> 'REJECTED';

-- The proposals that go into the plan's next revision, by their keys in the approved version.
create table sales.stage_summary_choices (
    summary_id uuid not null references sales.stage_summaries,
    seq int not null,
    proposal_key text not null,
    primary key (summary_id, seq),
    unique (summary_id, proposal_key)
);
