-- Whether the bank took back all that had not gone back to the card before: whoever paid has all of it then.
alter table payment add column disputed_whole boolean not null default false;
update payment set disputed_whole = true where disputed_cents >= amount_cents;
