-- The engine does not say who gave a right. What the organization's file gave is remembered here: only that is ever withdrawn.
create table sales.given_rights (
    authorization_id varchar(64) primary key
);

-- Said in comments until now, and by the database from here on: a price is corrected by a further list, a reveal stays (R35).
create trigger price_lists_stay before update or delete on sales.price_lists for each row execute function sales.refuse_change();
create trigger unit_prices_stay before update or delete on sales.unit_prices for each row execute function sales.refuse_change();
create trigger reveals_stay before update or delete on sales.reveals for each row execute function sales.refuse_change();
