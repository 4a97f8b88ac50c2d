-- Devis: what the desk offers for a request, version after version, and what its customer answered (documents 003 and 004).

-- At most one is being written and one is out; what was sent is never changed, a newer one takes its place. frozen is exactly what the
-- customer was shown, as JSON, and frozen_sha256 its hash: the evidence of what was accepted (K23). The cart is the key of its payment: one quote, one order.
create table quote (
    id bigint primary key, request_id bigint not null references sales_request, desk_id bigint not null references sales_desk, portal_id bigint not null references portal, no int not null check (no > 0),
    state text not null check (state in ('DRAFT', 'SENT', 'ACCEPTED', 'VOIDED', 'EXPIRED', 'DECLINED')), language text not null check (language in ('fr', 'en')),
    arrives_on date, leaves_on date, adults int, children int,
    first_name text not null default '', last_name text not null default '', email text not null default '', phone text not null default '', street text not null default '', postcode text not null default '', city text not null default '', country text not null default 'FR',
    ask text not null default 'DEPOSIT' check (ask in ('DEPOSIT', 'WHOLE')), deposit_bp int not null default 3000 check (deposit_bp between 100 and 10000), balance_due_on date, valid_until date not null, holds boolean not null default false,
    discount_cents bigint not null default 0 check (discount_cents >= 0), discount_reason text not null default '', message text not null default '',
    token text not null, token_hash bytea not null unique, frozen jsonb, frozen_sha256 text, total_cents bigint, due_now_cents bigint,
    created_at timestamptz not null, created_by text not null, sent_at timestamptz, opened_at timestamptz, accepted_at timestamptz, accepted_from text, ended_at timestamptz, end_reason text not null default '',
    replaces_id bigint references quote, cart_id uuid references cart, order_id bigint references customer_order, version int not null default 0,
    unique (request_id, no), check ((state = 'DRAFT') = (frozen is null) or state = 'VOIDED'), check ((accepted_at is null) = (accepted_from is null)), check (discount_cents = 0 or discount_reason <> ''));
create unique index quote_one_draft on quote (request_id) where state = 'DRAFT';
create unique index quote_one_out on quote (request_id) where state in ('SENT', 'ACCEPTED') and order_id is null;
create index on quote (valid_until) where state in ('SENT', 'ACCEPTED') and order_id is null;
create unique index on quote (cart_id);
create unique index on quote (order_id);

-- PUBLIC: as anybody buys it; CATALOGUE: at a catalogue's price, or sold nowhere else; FREE: Divers, worded and priced by the desk.
-- A line is firm, an option that the customer may add, or one of alternatives (alike by their number) of which one is taken.
-- line holds an OrderDraft.Line as it will be ordered, before any discount and deposit; choice what was chosen, to price it again.
create table quote_line (
    id bigint primary key, quote_id bigint not null references quote, position int not null, source text not null check (source in ('PUBLIC', 'CATALOGUE', 'FREE')), catalogue_code text, outside_id text,
    merchant_id bigint not null references merchant, shop_id bigint not null references shop, product_id bigint references product, kind text not null, name text not null,
    total_cents bigint not null check (total_cents >= 0), public_cents bigint check (public_cents >= 0), pick text not null default 'FIRM' check (pick in ('FIRM', 'OPTION', 'ALTERNATIVE')), alternative int, taken boolean not null default true,
    choice jsonb, line jsonb not null, check ((pick = 'ALTERNATIVE') = (alternative is not null)), check (pick <> 'FIRM' or taken), check ((source = 'CATALOGUE') = (catalogue_code is not null)), check (source = 'FREE' or product_id is not null or outside_id is not null));
create index on quote_line (quote_id, position);
-- What a living quote keeps for its customer, counted in capacity.taken like every claim; given back when it ends or its order claims for itself.
create table quote_claim (line_id bigint not null references quote_line, capacity_id bigint not null references capacity, quantity bigint not null check (quantity > 0), returned boolean not null default false, primary key (line_id, capacity_id));
create index on quote_claim (capacity_id) where not returned;

-- What is ordered of a quote need not stand in our catalogue: Divers, and the products of an outside catalogue.
alter table order_line alter column product_id drop not null;
