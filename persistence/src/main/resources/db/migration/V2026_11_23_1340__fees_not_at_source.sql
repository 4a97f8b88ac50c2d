-- What a payout takes of the fees (K4): besides those of fee_at_payout also what could not be kept at source, because a refund left less than the fee.
create index payment_share_fee_owed on payment_share (merchant_id)
    where (released_at is not null or refunded_cents = gross_cents) and fee_cents - fee_returned_cents > coalesce(transfer_fee_cents, 0);
drop index payment_share_fee_at_payout;
