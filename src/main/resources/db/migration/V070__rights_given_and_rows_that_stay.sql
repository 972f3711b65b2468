-- The engine does not say who gave a right. What the organization's file gave is remembered here: only that is ever withdrawn.
create table sales.given_rights (
    authorization_id varchar(64) primary key
);
