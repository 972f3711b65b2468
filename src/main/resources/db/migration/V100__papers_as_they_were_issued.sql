-- Printed documents as they were issued; what was issued stays, and every printing is noted. Numbers of people stand in them: the
-- document is sealed, and of what it says only a digest is kept, to tell whether issuing it again would say anything else.
create table sales.issued_papers (
    id uuid primary key,
    case_id uuid not null references sales.sales_cases,
    kind text not null,
    subject text not null,
    no text not null unique,
    template_version text not null,
    digest text not null,
    sealed bytea not null,
    issued_by text not null,
    issued_at timestamptz not null
);
create index issued_papers_of_a_case on sales.issued_papers (case_id, issued_at);

create table sales.paper_prints (
    paper_id uuid not null references sales.issued_papers,
    copy int not null check (copy > 0),
    printed_by text not null,
    printed_at timestamptz not null,
    primary key (paper_id, copy)
);

create function sales.issued_papers_stand() returns trigger language plpgsql as $$
begin
    raise exception 'a paper stays as it was issued';
end $$;
create trigger issued_papers_stand before update or delete on sales.issued_papers
    for each row execute function sales.issued_papers_stand();
create trigger paper_prints_stand before update or delete on sales.paper_prints
    for each row execute function sales.issued_papers_stand();
