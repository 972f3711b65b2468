-- A file beside a document. Its hash stands in the document's content, so an approval covers its bytes.
create table sales.document_attachments (
    id          uuid primary key,
    document_id uuid         not null references sales.controlled_documents,
    name        varchar(200) not null check (name <> ''),
    media_type  varchar(100) not null,
    size        bigint       not null check (size >= 0),
    sha256      varchar(64)  not null check (length(sha256) = 64),
    bytes       bytea        not null,
    added_by    varchar(64)  not null,
    added_at    timestamptz  not null
);
create index on sales.document_attachments (document_id);

create function sales.document_attachments_stand() returns trigger language plpgsql as $$
begin
    raise exception 'attachment % stays as it was added', old.id;
end $$;
create trigger document_attachments_stand before update or delete on sales.document_attachments
    for each row execute function sales.document_attachments_stand();
