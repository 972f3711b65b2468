-- The funnel takes the sales that began with a visit of some days, and asks of each how far it came.
create index visits_by_time on sales.visits (visited_at);
create index sales_cases_of_a_visit on sales.sales_cases (visit_id);
create index sales_contracts_of_a_case on sales.sales_contracts (case_id, signed_on);
create index milestones_of_intent on sales.milestones (case_id) include (actual_from) where stage = 'UNIT_CHOICE' and round = 1;
-- Few stages are entered again; whether one was is asked of all.
create index milestones_entered_again on sales.milestones (case_id, stage, round) where round > 1 and actual_from is not null;
-- 报表中心 lists what was issued, the latest first.
create index issued_papers_by_time on sales.issued_papers (issued_at desc, id);
