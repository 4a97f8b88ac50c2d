-- Which payout is the last is told by when it was planned: each server hands out ids from blocks of its own, and a larger one need not be later.
create index payout_of_merchant on payout (merchant_id, planned_at desc, id desc);
drop index payout_merchant_id_id_idx;
create index payout_planned on payout (planned_at desc, id desc);
