-- A price list is a controlled document: its prices count once its version is approved, and not before its day. Lists from before
-- counted from their import on and go on counting; they have no document.
alter table sales.price_lists
    add column document_id uuid references sales.controlled_documents,
    add column version_id uuid unique references sales.document_versions,
    add column approved_at timestamptz,
    add check (version_id is null or document_id is not null),
    add check (approved_at is null or (document_id is null) = (version_id is null));
create index price_lists_of_document on sales.price_lists (document_id);

drop trigger price_lists_stay on sales.price_lists;
update sales.price_lists set approved_at = drawn_up_at;

-- What a list says never changes; it is put forward once, and approved once.
create trigger price_lists_stay before delete on sales.price_lists for each row execute function sales.refuse_change();
create trigger price_lists_keep_their_facts before update on sales.price_lists for each row
    when ((to_jsonb(old) - array['version_id', 'approved_at', 'version']) is distinct from (to_jsonb(new) - array['version_id', 'approved_at', 'version'])
          or (old.version_id is not null and old.version_id is distinct from new.version_id)
          or (old.approved_at is not null and old.approved_at is distinct from new.approved_at))
    execute function sales.refuse_change();

create function sales.submitted_lists_are_closed() returns trigger language plpgsql as $$
begin
    if exists (select 1 from sales.price_lists where id = new.price_list_id and version_id is not null) then
        raise exception 'price list % is before its approvers and takes no further price', new.price_list_id;
    end if;
    return new;
end $$;
create trigger unit_prices_only_while_drawn_up before insert on sales.unit_prices
    for each row execute function sales.submitted_lists_are_closed();
