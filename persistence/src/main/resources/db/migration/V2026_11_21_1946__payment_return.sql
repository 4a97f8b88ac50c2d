-- reference: the order's number as the provider's page shows it. return_key: stored before the provider is asked to give back a payment of which no order was made.
alter table payment add column reference text not null default '', add column language text not null default 'fr', add column return_key uuid unique, add column return_id text;
-- The account at the provider that holds what was paid on a portal until it is split: one payer and one wallet per portal.
create table provider_escrow (portal_id bigint primary key references portal, user_id text not null, wallet_id text not null);
