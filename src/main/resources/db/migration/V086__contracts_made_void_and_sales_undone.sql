-- A contract made void keeps its row; of one case at most one is in force.
alter table sales.sales_contracts
    drop constraint sales_contracts_case_id_key,
    drop constraint sales_contracts_subscription_id_key,
    add column revocation_no text,
    add column revoked_on date,
    add column revoked_by text,
    add column voided_on date,
    add column void_reason text,
    add column void_order text,
    add column voided_by text,
    add column replaced boolean not null default false,
    add check ((revocation_no is null) = (revoked_on is null)),
    add check (revoked_on is null or filed_on is not null),
    add check (voided_on is null or filed_on is null or revoked_on is not null),
    add check (voided_on is not null or not replaced);
create unique index one_contract_in_force_a_case on sales.sales_contracts (case_id) where voided_on is null;

-- How a sale was undone, by whose fault (R20), by which change order.
alter table sales.sales_cases
    add column undo_kind text,
    add column undo_fault text,
    add column undo_order text,
    add column undone_by text,
    add check ((undo_kind is null) = (undo_fault is null));
update sales.sales_cases c
   set undo_kind = 'FORFEITED', undo_fault = s.fault, undone_by = s.ruled_by
  from sales.subscriptions s
 where s.case_id = c.id and c.state in ('FORFEITING', 'FORFEITED') and s.fault is not null;
