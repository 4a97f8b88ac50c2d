-- ended_at: when a payout was paid, came back or failed. resumed_at: the operator lets the money of a returned payout leave again although the IBAN is the same.
alter table payout add column ended_at timestamptz, add column resumed_at timestamptz, add column resumed_by text;
create table payout_move (id bigint primary key, payout_id bigint not null references payout, transition text not null, from_state text not null, to_state text not null, actor_kind text not null, detail text not null default '', at timestamptz not null);
create index on payout_move (payout_id, id);
create index payment_share_to_pay_out on payment_share (merchant_id) where released_at is not null and payout_id is null;
create index on payment_share (payout_id) where payout_id is not null;
