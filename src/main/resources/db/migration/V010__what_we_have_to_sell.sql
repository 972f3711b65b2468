create table sales.regions (
    id uuid primary key,
    name text not null unique,
    version bigint not null
);

create table sales.projects (
    id uuid primary key,
    region_id uuid not null references sales.regions,
    name text not null unique,
    code text not null unique check (code ~ '^[A-Z]{2,6}$'),
    city text,
    version bigint not null
);

create table sales.buildings (
    id uuid primary key,
    project_id uuid not null references sales.projects,
    name text not null,
    version bigint not null,
    unique (project_id, name)
);

-- R01: without a valid permit no money may be taken for a unit of the building.
create table sales.presale_permits (
    id uuid primary key,
    project_id uuid not null references sales.projects,
    permit_no text not null unique,
    valid_from date not null,
    valid_to date not null,
    version bigint not null,
    check (valid_from <= valid_to)
);

create table sales.presale_permit_buildings (
    permit_id uuid not null references sales.presale_permits,
    building_id uuid not null references sales.buildings,
    primary key (permit_id, building_id)
);
create index presale_permit_buildings_of_building on sales.presale_permit_buildings (building_id);

create table sales.units (
    id uuid primary key,
    building_id uuid not null references sales.buildings,
    unit_no text not null,
    section text not null,
    number text not null,
    floor int not null,
    purpose text not null check (purpose in ('HOME', 'APARTMENT', 'SHOP', 'PARKING')),
    layout text,
    gross_area numeric(10, 2) not null check (gross_area > 0),
    state text not null check (state in ('WITHHELD', 'AVAILABLE', 'HELD', 'SUBSCRIBED', 'CONTRACTED', 'FILED', 'DELIVERED')),
    version bigint not null,
    unique (building_id, section, number)
);
create index units_by_state on sales.units (state);

-- A price list is never changed: a correction is a further list with a higher revision.
create table sales.price_lists (
    id uuid primary key,
    project_id uuid not null references sales.projects,
    revision int not null,
    effective_on date not null,
    source text not null,
    drawn_up_by text not null,
    drawn_up_at timestamptz not null,
    version bigint not null,
    unique (project_id, revision)
);

create table sales.unit_prices (
    unit_id uuid not null references sales.units,
    price_list_id uuid not null references sales.price_lists,
    list_price numeric(14, 2) not null check (list_price > 0),
    floor_price numeric(14, 2) not null check (floor_price > 0),
    primary key (unit_id, price_list_id),
    check (floor_price <= list_price)
);
create index unit_prices_of_list on sales.unit_prices (price_list_id);

-- R24 a second time: a unit has at most one active occupant (primary key), a case at most one unit (unique).
create table sales.unit_occupancy (
    unit_id uuid primary key references sales.units,
    case_id uuid not null unique,
    consultant text not null,
    since timestamptz not null,
    until timestamptz,
    list_price numeric(14, 2) not null,
    floor_price numeric(14, 2) not null
);
