-- R34, said a second time by the database: numbers of a book follow one another, stay, and are never taken back.
create table sales.receipts (
    id          uuid primary key,
    book_id     uuid          not null references sales.receipt_books,
    number      bigint        not null,
    receipt_no  varchar(24)   not null unique,
    kind        varchar(12)   not null check (kind in ('DEPOSIT_SLIP', 'RECEIPT')),
    account_id  uuid          not null references sales.accounts,
    payment_id  uuid          not null references sales.payments,
    replaces_id uuid unique references sales.receipts,
    item        varchar(16)   not null,
    amount      numeric(14,2) not null check (amount > 0),
    words       varchar(100)  not null,
    payer       varchar(100)  not null check (payer <> ''),
    method      varchar(10)   not null,
    paid_on     date          not null,
    issued_by   varchar(64)   not null,
    issued_at   timestamptz   not null,
    voided_by   varchar(64),
    voided_at   timestamptz,
    void_reason varchar(200) check (void_reason <> ''),
    prints      integer       not null default 0 check (prints >= 0),
    version     bigint        not null,
    unique (book_id, number),
    check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null))
);
create index on sales.receipts (account_id);
create unique index receipts_one_valid_a_payment on sales.receipts (payment_id) where voided_at is null;

create function sales.receipts_continue() returns trigger language plpgsql as $$
declare
    previous bigint;
begin
    if tg_op = 'DELETE' then
        raise exception 'receipt % stays, even when void', old.receipt_no;
    end if;
    if tg_op = 'UPDATE' then
        if (to_jsonb(old) - array['voided_by', 'voided_at', 'void_reason', 'prints', 'version'])
               is distinct from (to_jsonb(new) - array['voided_by', 'voided_at', 'void_reason', 'prints', 'version']) then
            raise exception 'receipt % keeps its number and what it says', old.receipt_no;
        end if;
        if old.voided_at is not null and (old.voided_by, old.voided_at, old.void_reason)
               is distinct from (new.voided_by, new.voided_at, new.void_reason) then
            raise exception 'receipt % is void and stays void', old.receipt_no;
        end if;
        return new;
    end if;
    select coalesce(max(number), 0) into previous from sales.receipts where book_id = new.book_id;
    if new.number <> previous + 1 then
        raise exception 'receipt number % does not follow % in its book', new.number, previous;
    end if;
    return new;
end $$;
create trigger receipts_continue before insert or update or delete on sales.receipts
    for each row execute function sales.receipts_continue();

create function sales.receipt_books_count_up() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'receipt book % stays', old.code;
    end if;
    if new.last_number not in (old.last_number, old.last_number + 1) or (old.last_number > 0 and new.code <> old.code) then
        raise exception 'receipt book % counts up one by one under its own code', old.code;
    end if;
    return new;
end $$;
create trigger receipt_books_count_up before update or delete on sales.receipt_books
    for each row execute function sales.receipt_books_count_up();
