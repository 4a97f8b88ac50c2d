-- What a caller of the API has already asked for, by its own key: a request sent again moves nothing twice.
create table part_move_key (
    user_id bigint not null references user_account, key text not null check (length(key) between 1 and 200), request_sha256 bytea not null, merchant_order_id bigint not null references merchant_order,
    state text, version int, at timestamptz not null, primary key (user_id, key));
create index on part_move_key (at);
