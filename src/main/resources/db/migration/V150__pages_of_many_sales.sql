-- What pages ask of many sales at once, answered from indexes alone.
drop index if exists sales.milestones_open;
create index milestones_under_way on sales.milestones (case_id) include (planned_to, stage)
    where actual_from is not null and actual_to is null;
-- A consultant's own money.
create index receivables_of_a_consultant on sales.receivables (consultant, due_on, instalment_id);
-- How many units of a building are in which state, and which layouts there are.
create index units_of_a_building on sales.units (building_id, state, layout);
-- Customers who may be one: those alike stand beside each other.
create index customers_alike_at_the_end on sales.customers (name, right(phone, 4)) include (phone) where state <> 'MERGED';
create index customers_alike_at_the_begin on sales.customers (name, left(phone, 8)) include (phone) where state <> 'MERGED';
-- Whose protection ends soon is counted without looking at their rows.
drop index sales.customers_by_protection;
create index customers_by_protection on sales.customers (protected_until, id) include (owner) where state <> 'MERGED';
-- The latest first: of all change orders, and of a consultant's sales.
create index change_orders_latest on sales.change_orders (asked_at desc);
create index sales_cases_latest_of on sales.sales_cases (consultant, opened_at desc, id);
