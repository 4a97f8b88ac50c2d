-- What the cardholder's bank took back of a payment; null where it never did.
alter table payment add column disputed_cents bigint check (disputed_cents > 0);
-- What stands in Erreur for it; hardly any.
create index payment_disputed on payment (id) where state = 'DISPUTED';
