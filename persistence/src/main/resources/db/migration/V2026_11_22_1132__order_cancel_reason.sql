-- M40: a cancellation's reason is one of a list, beside the words that were added to it; K9: a line that is cancelled alone has its own history.
alter table merchant_order add column cancel_code text;
alter table order_move add column reason_code text;
create table order_line_move (
    id bigint primary key, merchant_order_id bigint not null references merchant_order, line_id bigint not null references order_line,
    transition text not null, from_state text not null, to_state text not null, actor_kind text not null, actor_name text not null,
    on_behalf boolean not null default false, reason_code text, reason text, at timestamptz not null);
create index on order_line_move (merchant_order_id, id);
