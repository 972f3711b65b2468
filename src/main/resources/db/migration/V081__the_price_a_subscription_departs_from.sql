-- R09: a price below the list was approved for this one sale; the paper names the approval.
alter table sales.subscriptions
    add list_price numeric(14, 2) check (list_price > 0),
    add special_price_no text check (special_price_no <> '');
update sales.subscriptions set list_price = price;
alter table sales.subscriptions alter column list_price set not null;
