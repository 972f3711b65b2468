-- A letter may be laid out, go to a second reader, and be asked about before it leaves; then it may be held back for good.
alter table sales.letters
    add column html     text,
    add column cc       varchar(320),
    add column template varchar(80),
    add column guard    varchar(40),
    drop constraint letters_state_check,
    add constraint letters_state_check check (state in ('WAITING', 'SENT', 'FAILED', 'SUPPRESSED'));
