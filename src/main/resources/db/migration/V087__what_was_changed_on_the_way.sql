-- Every change carried out on a sale, by which change order, in words. Never changed afterwards.
create table sales.sale_changes (
    id uuid primary key,
    case_id uuid not null references sales.sales_cases,
    kind text not null,
    order_no text not null,
    text text not null,
    reason text not null,
    changed_by text not null,
    changed_at timestamptz not null
);
create index changes_of_a_sale on sales.sale_changes (case_id, changed_at);
create trigger sale_changes_stay before update or delete on sales.sale_changes for each row execute function sales.refuse_change();
