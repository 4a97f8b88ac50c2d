-- What a payout takes of the fees (K4): besides those of fee_at_payout also what could not be kept at source when the share was transferred, because
-- less than the fee was left of it. It stays owed whatever is refunded later: the provider gives those fees back from the platform's own money.
alter table payment_share add column fee_unkept_cents bigint not null default 0 check (fee_unkept_cents >= 0);
update payment_share s set fee_unkept_cents = owed.cents
  from (select x.id, x.fee_cents - x.transfer_fee_cents - x.fee_returned_cents
               + coalesce((select sum(r.fee_returned_cents) from refund r where r.share_id = x.id and not r.before_transfer), 0) as cents
          from payment_share x where x.transfer_claimed_at is not null and not x.fee_at_payout) owed
 where s.id = owed.id and owed.cents > 0;
create index payment_share_fee_owed on payment_share (merchant_id)
    where (released_at is not null or refunded_cents = gross_cents) and (fee_at_payout or transfer_claimed_at is null or fee_unkept_cents > 0);
drop index payment_share_fee_at_payout;
