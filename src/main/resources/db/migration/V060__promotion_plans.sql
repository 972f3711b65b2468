-- 推广计划: one row an edition; what it says stands in the document's version.
create table sales.promotion_plans (
    id uuid primary key,
    version bigint not null,
    document_id uuid not null references sales.controlled_documents,
    document_no text not null,
    edition int not null check (edition > 0),
    version_id uuid references sales.document_versions,
    version_number int not null,
    project_id uuid not null references sales.projects,
    starts_on date,
    ends_on date,
    state text not null,
    revises uuid references sales.promotion_plans,
    follows uuid references sales.promotion_plans,
    summary_id uuid,
    superseded_by uuid references sales.promotion_plans,
    superseded_at timestamptz,
    summarised_stage date,
    opened_by text not null,
    opened_at timestamptz not null,
    in_force_at timestamptz,
    ended_at timestamptz,
    ended_by text,
    end_reason text,
    unique (document_id, edition)
);

-- One edition of a document counts, and one is being written.
create unique index promotion_plans_in_force on sales.promotion_plans (document_id) where state = 'IN_FORCE';
create unique index promotion_plans_open on sales.promotion_plans (document_id)
    where state in ('DRAFTING', 'IN_APPROVAL');
create index promotion_plans_project on sales.promotion_plans (project_id, state);
create index promotion_plans_version on sales.promotion_plans (version_id);
create index promotion_plans_follows on sales.promotion_plans (follows);

-- What an edition in force hands out, and how it ended. The turn numbers those that are handed out beside each other.
create table sales.plan_items (
    id uuid primary key,
    version bigint not null,
    plan_id uuid not null references sales.promotion_plans,
    kind text not null,
    item_key text not null,
    turn int,
    title text not null,
    channel text,
    detail text,
    starts_on date,
    due_on date,
    owner text,
    planned_cost numeric(14, 2) check (planned_cost >= 0),
    state text not null,
    carried_from uuid references sales.plan_items,
    actual_cost numeric(14, 2) check (actual_cost >= 0),
    visits int check (visits >= 0),
    leads int check (leads >= 0),
    result text,
    done_on date,
    done_by text,
    done_at timestamptz,
    verdict text,
    unique (plan_id, kind, item_key),
    unique (plan_id, kind, turn),
    check ((state in ('DONE', 'CARRIED_OVER')) = (done_on is not null)),
    check ((state = 'CARRIED_OVER') = (carried_from is not null)),
    check ((turn is null) = (state = 'CARRIED_OVER'))
);

-- A file number is given once.
create unique index plan_items_file_no on sales.plan_items (result) where kind = 'FILING' and state = 'DONE';

-- Which proposals of a stage summary an edition took up.
create table sales.plan_proposals (
    id uuid primary key,
    plan_id uuid not null references sales.promotion_plans,
    summary_id uuid,
    proposal_key text not null,
    kind text not null,
    title text not null
);

create index plan_proposals_plan on sales.plan_proposals (plan_id);
create index plan_proposals_summary on sales.plan_proposals (summary_id);
