-- What pages ask of many sales at once, answered from indexes alone.
drop index if exists sales.milestones_open;
create index milestones_under_way on sales.milestones (case_id) include (planned_to, stage)
    where actual_from is not null and actual_to is null;
-- A consultant's own money.
create index receivables_of_a_consultant on sales.receivables (consultant, due_on, instalment_id);
