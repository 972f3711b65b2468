-- A site is one of the engine's tenants. Each group is let in once and by us; whoever is taken out in Admin afterwards stays out.
create table sales.site_groups (
    project_id uuid not null,
    group_id varchar(64) not null,
    primary key (project_id, group_id)
);
