-- Everything of one or two signs that occurs in a text. Chinese names have two or three signs, too few for trigrams: a text contains
-- what was typed only if it has all of its pairs, and an index over them says which texts do.
create function sales.pairs(said text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct part), '{}')
      from (select substr(lower(said), i, n) as part
              from generate_series(1, length(said)) as i, generate_series(1, 2) as n
             where i + n - 1 <= length(said)) as parts
$$;

create index customers_by_part_of_name on sales.customers using gin (sales.pairs(name));
create index sales_cases_by_part_of_unit on sales.sales_cases using gin (sales.pairs(unit_no));
create index units_by_part_of_number on sales.units using gin (sales.pairs(unit_no));

-- Phones and numbers are asked for by their last signs; whole ones are found the same way.
create index customers_by_end_of_phone on sales.customers (reverse(phone) text_pattern_ops);
create index sales_cases_by_end_of_no on sales.sales_cases (reverse(upper(no)) text_pattern_ops);
create index subscriptions_by_end_of_no on sales.subscriptions (reverse(upper(no)) text_pattern_ops);
create index sales_contracts_by_end_of_no on sales.sales_contracts (reverse(upper(no)) text_pattern_ops);
create index receipts_by_end_of_no on sales.receipts (reverse(upper(receipt_no)) text_pattern_ops);

create index sales_cases_of_a_customer on sales.sales_cases (customer_id);
create index sales_cases_latest on sales.sales_cases (opened_at desc, id);
create index change_orders_of_a_case on sales.change_orders (case_id);
create index special_prices_of_a_case on sales.special_prices (case_id);
create index matters_of_a_document on sales.matters (document_id);
