-- When somebody last spoke with a customer and when they are to again: a list filters and sorts by both.
alter table sales.customers
    add column last_contact_at timestamptz,
    add column follow_up_on date,
    add column follow_up_agreed boolean not null default false,
    add column id_no_digest text,
    add column merged_into uuid references sales.customers,
    add column merged_at timestamptz,
    add check ((state = 'MERGED') = (merged_into is not null)),
    add check ((merged_into is null) = (merged_at is null)),
    add check (merged_into <> id);

-- Two rows may exchange their phones in one statement, when they are merged.
alter table sales.customers drop constraint customers_phone_key,
    add constraint customers_phone_key unique (phone) deferrable initially immediate;

alter table sales.customer_feedback add column kind text not null default 'TALK' check (kind in ('TALK', 'CALL'));

update sales.customers c
   set last_contact_at = greatest(
           (select max(v.visited_at) from sales.visits v where v.customer_id = c.id),
           (select max(n.noted_at) from sales.customer_feedback n where n.customer_id = c.id));

-- What was agreed last; without it, the rhythm's day is worked out with the next talk.
update sales.customers c
   set follow_up_on = agreed.next_step_on, follow_up_agreed = true
  from (select distinct on (customer_id) customer_id, next_step_on from sales.customer_feedback
         order by customer_id, noted_at desc) agreed
 where agreed.customer_id = c.id and agreed.next_step_on is not null and c.state in ('LEAD', 'VISITED', 'INTENDED');

create index customers_to_follow on sales.customers (follow_up_on, id) where state <> 'MERGED';
create index customers_to_follow_of on sales.customers (owner, follow_up_on, id) where state <> 'MERGED';
create index customers_by_contact on sales.customers (last_contact_at desc nulls last, id) where state <> 'MERGED';
create index customers_by_contact_of on sales.customers (owner, last_contact_at desc nulls last, id) where state <> 'MERGED';
create index customers_by_protection on sales.customers (protected_until, id) where state <> 'MERGED';
create index customers_by_protection_of on sales.customers (owner, protected_until, id) where state <> 'MERGED';
create index customers_by_no_of on sales.customers (owner, no desc) where state <> 'MERGED';
create index customers_by_name on sales.customers (name, no) where state <> 'MERGED';
create index customers_merged on sales.customers (merged_into) where merged_into is not null;
create index customers_by_id_no on sales.customers (id_no_digest) where id_no_digest is not null;
create index customers_with_co_buyers on sales.customers (id) where co_buyers is not null;
create index buyers_by_name on sales.buyers (name);
create index reminders_of_a_sale on sales.reminders (account_id, made_at);

-- Who changed what of a customer, in words; numbers masked (R35). Never changed, never deleted.
create table sales.customer_changes (
    id uuid primary key,
    customer_id uuid not null references sales.customers,
    kind text not null check (kind in ('EDITED', 'GRADED', 'HANDED_OVER', 'MERGED')),
    text text not null,
    reason text,
    changed_by text not null,
    changed_at timestamptz not null
);
create index changes_of_a_customer on sales.customer_changes (customer_id, changed_at);
create trigger customer_changes_stay before update or delete on sales.customer_changes
    for each row execute function sales.refuse_change();

-- Two rows that were one customer, as both stood before they became one, and what moved.
create table sales.customer_merges (
    id uuid primary key,
    lost_id uuid not null unique references sales.customers,
    survivor_id uuid not null references sales.customers,
    lost_before jsonb not null,
    survivor_before jsonb not null,
    moved jsonb not null,
    reason text not null,
    merged_by text not null,
    merged_at timestamptz not null,
    check (lost_id <> survivor_id)
);
create trigger customer_merges_stay before update or delete on sales.customer_merges
    for each row execute function sales.refuse_change();

-- Pairs somebody looked at and found to be two people; they are not proposed again.
create table sales.customers_apart (
    one uuid not null references sales.customers,
    other uuid not null references sales.customers,
    said_by text not null,
    said_at timestamptz not null,
    primary key (one, other),
    check (one < other)
);
