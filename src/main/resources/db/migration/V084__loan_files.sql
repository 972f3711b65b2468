-- 按揭: one loan file a sale, whichever bank it lies with; what happened at banks before stands in its notes.
create table sales.mortgages (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null unique,
    state text not null check (state in
        ('PAPERS', 'COMPLETE', 'SUBMITTED', 'SUPPLEMENT', 'APPROVED', 'REFUSED', 'SIGNED', 'RELEASED', 'CLOSED')),
    bank text not null,
    bank_name text not null,
    bank_contact text not null,
    applicants text not null,
    papers_by date not null,
    submitted_on date,
    decided_on date,
    contract_no text,
    contract_on date,
    released_on date,
    settled_with_bank boolean not null,
    check ((contract_no is null) = (contract_on is null))
);

create table sales.mortgage_parts (
    mortgage_id uuid not null references sales.mortgages,
    seq int not null,
    kind text not null check (kind in ('COMMERCIAL', 'FUND')),
    planned numeric(14, 2) not null check (planned > 0),
    approved numeric(14, 2) check (approved >= 0 and approved <= planned),
    primary key (mortgage_id, seq),
    unique (mortgage_id, kind)
);

create table sales.mortgage_papers (
    mortgage_id uuid not null references sales.mortgages,
    seq int not null,
    paper_key text not null,
    title text not null,
    applicant text not null,
    fetches text not null,
    received_on date,
    note text,
    primary key (mortgage_id, seq)
);

create table sales.mortgage_notes (
    mortgage_id uuid not null references sales.mortgages,
    seq int not null,
    noted_at timestamptz not null,
    noted_by text not null,
    text text not null,
    primary key (mortgage_id, seq)
);
create trigger mortgage_notes_stay before update or delete on sales.mortgage_notes for each row execute function sales.refuse_change();
