-- What became of each unit, by whom and why: the history on its panel, and what open boards are told. A line without a unit says that
-- prices of the project changed. The transaction's number, not the line's, says what a board has not been told yet: lines become
-- visible in the order of their transactions' ends, not of their numbers.
create table sales.unit_changes (
    seq bigint generated always as identity primary key,
    tx xid8 not null default pg_current_xact_id(),
    project_id uuid not null references sales.projects,
    unit_id uuid references sales.units,
    changed_at timestamptz not null,
    changed_by text,
    occasion text not null,
    from_state text,
    to_state text,
    case_id uuid,
    check ((unit_id is null) = (to_state is null))
);
create index unit_changes_of_unit on sales.unit_changes (unit_id, seq);
create index unit_changes_of_project on sales.unit_changes (project_id, tx);
create trigger unit_changes_stay before update or delete on sales.unit_changes for each row execute function sales.refuse_change();

-- Nobody wrote down what was before; each history begins with the state found.
insert into sales.unit_changes (project_id, unit_id, changed_at, occasion, to_state, case_id)
select b.project_id, u.id, now(), 'RECORDED', u.state, o.case_id
  from sales.units u
  join sales.buildings b on b.id = u.building_id
  left join sales.unit_occupancy o on o.unit_id = u.id;
