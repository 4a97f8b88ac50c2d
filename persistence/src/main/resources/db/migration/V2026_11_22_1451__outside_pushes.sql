-- What is told to the outside system of a desk (S31, T09; docs/outside-system.md): a sale of a catalogue, written in the transaction of its order, and its cancellation.
-- body is what is sent, word for word, however often. idempotency_key: a sale's own; its cancellation names the same one.
-- ticks: there is nothing else in the request's order, so that the last receipt ticks "Traité" by itself (K25).
create table outside_push (
    id bigint primary key, desk_id bigint not null references sales_desk, request_id bigint not null references sales_request, line_id bigint not null references order_line,
    act text not null check (act in ('SALE', 'CANCELLATION')), sale_id bigint references outside_push, idempotency_key uuid not null, catalogue text not null, product text not null, label text not null, customer text not null,
    body jsonb not null, total_cents bigint not null, ticks boolean not null,
    state text not null check (state in ('QUEUED', 'SENT', 'RECEIPTED', 'RETRYING', 'UNKNOWN', 'DEAD', 'WITHDRAWN')), receipt text, taken_on date,
    queued_at timestamptz not null, sent_at timestamptz, ended_at timestamptz, next_try_at timestamptz, attempts int not null default 0, last_error text, version int not null default 0,
    check ((act = 'CANCELLATION') = (sale_id is not null)), check (state <> 'RECEIPTED' or (receipt is not null and taken_on is not null)));
create unique index outside_push_sale on outside_push (line_id) where act = 'SALE';
create unique index outside_push_cancellation on outside_push (sale_id) where act = 'CANCELLATION';
create unique index outside_push_key on outside_push (idempotency_key, act);
create index on outside_push (next_try_at) where next_try_at is not null;
create index on outside_push (request_id);
create index on outside_push (desk_id, queued_at) where state = 'DEAD';
create index on outside_push (desk_id, taken_on);
