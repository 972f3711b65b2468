-- 推广方案评价: the numbers are those of the day it was written.
create table sales.plan_evaluations (
    plan_id uuid primary key references sales.promotion_plans,
    version bigint not null,
    budget numeric(14, 2) not null,
    planned numeric(14, 2) not null,
    actual numeric(14, 2) not null,
    assessment text not null,
    conclusions text not null,
    next_plan_wanted boolean not null,
    evaluated_by text not null,
    evaluated_at timestamptz not null
);

-- 营销供应商工作成效评价: one row for each supplier and criterion.
create table sales.supplier_scores (
    id uuid primary key,
    version bigint not null,
    plan_id uuid not null references sales.promotion_plans,
    supplier_key text not null,
    supplier text not null,
    criterion text not null,
    criterion_title text not null,
    score int not null check (score between 1 and 5),
    reason text not null,
    scored_by text not null,
    scored_at timestamptz not null,
    unique (plan_id, supplier_key, criterion)
);
