-- K15: the numbers that parts had where they were imported from, such as 5fec417c-c1f882001c-318c84-001, kept so that they are found by
-- them for ever. Written in lower case, looked up in lower case.
create table order_alias (
    alias text primary key check (alias = lower(alias) and alias = btrim(alias) and length(alias) between 1 and 100),
    merchant_order_id bigint not null references merchant_order);
create index on order_alias (merchant_order_id);

-- The searches that somebody kept with the diskette. query is the address's, as the list writes it; a name is one account's own.
create table saved_filter (
    id bigint primary key, user_id bigint not null references user_account, name text not null check (length(name) between 1 and 60),
    query text not null check (length(query) <= 1000), created_at timestamptz not null);
create unique index saved_filter_name on saved_filter (user_id, lower(name));
