-- A large payment is written down by one person of finance and counts once another has confirmed it; what did not come in is discarded.
alter table sales.payments drop constraint payments_state_check;
alter table sales.payments add constraint payments_state_check
    check (state in ('PENDING', 'CONFIRMED', 'REVERSED', 'DISCARDED'));
alter table sales.payments drop constraint payments_check;
alter table sales.payments add constraint payments_confirmed_by_somebody
    check (state in ('PENDING', 'DISCARDED') or (confirmed_by is not null and confirmed_at is not null));
alter table sales.payments drop constraint payments_check1;
alter table sales.payments add constraint payments_undone_by_somebody
    check ((state in ('REVERSED', 'DISCARDED')) = (reversed_by is not null and reversed_at is not null and reversal is not null));
-- Two pairs of eyes, said a second time by the database.
alter table sales.payments add column reviewed boolean not null default false;
alter table sales.payments add constraint payments_reviewed_by_another
    check (not reviewed or confirmed_by is null or confirmed_by <> entered_by);

drop trigger payments_keep_their_facts on sales.payments;
create trigger payments_keep_their_facts before update on sales.payments for each row
    when ((old.account_id, old.seq, old.item, old.amount, old.method, old.payer, old.bank_serial, old.paid_on, old.entered_by, old.entered_at, old.reviewed)
              is distinct from (new.account_id, new.seq, new.item, new.amount, new.method, new.payer, new.bank_serial, new.paid_on, new.entered_by, new.entered_at, new.reviewed)
          or old.state in ('REVERSED', 'DISCARDED') or (old.state = 'CONFIRMED' and new.state = 'PENDING'))
    execute function sales.refuse_change();
