-- When the provider was first asked under the key in use, by the machine's clock and not the demo's: it forgets a key after 24 hours, and a call repeated
-- later would be made twice. Null: not asked yet under this key.
alter table refund add column asked_at timestamptz, add column transfer_refunded_at timestamptz;
alter table payment_share add column transfer_asked_at timestamptz;
alter table payout add column asked_at timestamptz;
