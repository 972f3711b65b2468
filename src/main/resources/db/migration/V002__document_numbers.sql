-- The last number given out, for each kind of document and year. A number is taken in the transaction that uses it.
create table document_numbers (
    prefix text   not null,
    year   int    not null,
    last   bigint not null check (last > 0),
    primary key (prefix, year)
);
