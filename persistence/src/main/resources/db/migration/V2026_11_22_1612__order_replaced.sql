-- K10, M46, M53: a part, or some of its lines, whose place a new order took. Orders stay as they were placed; this is the link between the two.
-- carried_cents: what was paid for the old and pays for the new without travelling; refunded_cents: what was paid beyond the new order's total.
create table substitution (
    id bigint primary key, from_part_id bigint not null references merchant_order, to_part_id bigint not null unique references merchant_order, whole boolean not null,
    carried_cents bigint not null check (carried_cents >= 0), refunded_cents bigint not null check (refunded_cents >= 0),
    actor_kind text not null, actor_name text not null, on_behalf boolean not null default false, reason_code text, reason text, at timestamptz not null);
create index on substitution (from_part_id, id);
create unique index substitution_once on substitution (from_part_id) where whole;
-- What each replaced line had paid of each share, with the tourist tax in it; a line that had paid nothing has a row without a share.
create table substitution_line (
    substitution_id bigint not null references substitution, line_id bigint not null references order_line, share_id bigint references payment_share,
    cents bigint not null default 0 check (cents >= 0), tax_cents bigint not null default 0 check (tax_cents >= 0));
create index on substitution_line (line_id);
create index on substitution_line (substitution_id);
-- What left a part's share for a share of the part that replaces it. Shares of one payment still add up to it.
create table share_carried (
    to_share_id bigint primary key references payment_share, from_share_id bigint not null references payment_share, substitution_id bigint not null references substitution,
    cents bigint not null check (cents > 0), fee_cents bigint not null check (fee_cents between 0 and cents), tax_cents bigint not null default 0 check (tax_cents >= 0));
create index on share_carried (from_share_id);
create index on share_carried (substitution_id);
-- The basket in which somebody of a shop puts together what is to replace a part, and the lines it is to replace (none: all).
create table replacement_basket (
    merchant_order_id bigint not null references merchant_order, user_id bigint not null, cart_id uuid not null unique references cart on delete cascade,
    lines bigint[] not null default '{}', primary key (merchant_order_id, user_id));
