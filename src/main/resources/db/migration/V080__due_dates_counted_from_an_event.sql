-- R12: a line may be due so many days after signing or handover; until then its date is provisional.
alter table sales.instalments
    add due_event varchar(10) check (due_event in ('SIGNING', 'HANDOVER')),
    add due_days integer check (due_days >= 0),
    add check ((due_event is null) = (due_days is null));
