-- R14: who is told of late papers or late money is told once, however often the task comes back.
alter table sales.mortgages add column papers_told boolean not null default false;
alter table sales.mortgage_parts add column release_by date;
alter table sales.mortgage_parts add column release_told boolean not null default false;
