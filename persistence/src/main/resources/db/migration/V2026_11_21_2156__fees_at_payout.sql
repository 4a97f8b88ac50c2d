-- fees.collect (K4), frozen with the order: the fee of such a share stays in the merchant's wallet until a payout takes it. fee_cents: what a payout took.
alter table payment_share add column fee_at_payout boolean not null default false;
alter table payout add column fee_cents bigint not null default 0 check (fee_cents >= 0);
create index payment_share_fee_at_payout on payment_share (merchant_id) where fee_at_payout;
