-- 暂存: what was typed and not yet handed in, until the step is done.
create table sales.plan_task_drafts (
    plan_id uuid not null references sales.promotion_plans,
    task_key text not null,
    item_key text not null,
    form jsonb not null,
    kept_by text not null,
    kept_at timestamptz not null,
    primary key (plan_id, task_key, item_key)
);
