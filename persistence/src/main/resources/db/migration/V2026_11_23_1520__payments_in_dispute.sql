-- What the cardholder's bank took back of a payment; null where it never did.
alter table payment add column disputed_cents bigint check (disputed_cents > 0);
-- What stands in Erreur for it; hardly any.
create index payment_disputed on payment (id) where state = 'DISPUTED';
-- Up to when the provider's own list of events was looked through, by its clock.
create table provider_watch (id int primary key check (id = 1), events_until timestamptz not null);
