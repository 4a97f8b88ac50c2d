-- Every id comes from one sequence, in blocks of 1000 that the application hands out from memory (fr.halle.shared.service.Ids).
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create sequence halle_id start with 1000 increment by 1000;
create sequence order_number start with 1;

-- unaccent() depends on a dictionary that could be changed, so PostgreSQL calls it stable; ours never changes, and an index needs immutable.
create function fold(text) returns text language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));
create text search configuration french_folded (copy = french);
alter text search configuration french_folded alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration english_folded (copy = english);
alter text search configuration english_folded alter mapping for hword, hword_part, word with unaccent, english_stem;

-- The demo's clock: seconds added to the machine's. Always one row; production leaves it at 0.
create table clock_shift (id int primary key default 1 check (id = 1), seconds bigint not null default 0);
insert into clock_shift (id, seconds) values (1, 0);

-- ---------------------------------------------------------------- portal
create table portal (
    id bigint primary key, slug text not null unique, name text not null, tagline_fr text not null, tagline_en text not null,
    run_by_fr text not null, run_by_en text not null, operator_name text not null, support_email text not null, support_phone text not null default '',
    hosts text[] not null, languages text[] not null default '{fr,en}', accent text, preset text not null check (preset in ('MOUNTAIN', 'TOWN_PICKUP', 'TOWN_ORDERS')),
    holiday_region text not null default 'MAINLAND' check (holiday_region in ('MAINLAND', 'ALSACE_MOSELLE')), commune text not null);
-- Only what differs from the preset's default; keys and types are declared in PortalSettings.
create table portal_setting (portal_id bigint not null references portal, key text not null, value text not null, primary key (portal_id, key));

-- ---------------------------------------------------------------- merchant
create table merchant (
    id bigint primary key, portal_id bigint not null references portal, slug text not null, name text not null, legal_name text not null, siret text not null default '',
    vat_number text not null default '', email text not null, phone text not null, mobile text, sms_opt_in boolean not null default false,
    mediator text not null default '', iban text, iban_owner text, iban_changed_at timestamptz, regulated_as text,
    psp_user_id text, psp_wallet_id text, psp_bank_account_id text, registered_at timestamptz not null default now(), version int not null default 0,
    unique (portal_id, slug));
create table shop (
    id bigint primary key, merchant_id bigint not null references merchant, portal_id bigint not null references portal, slug text not null, name text not null,
    tagline_fr text not null default '', tagline_en text not null default '', about_fr text not null default '', about_en text not null default '',
    picture text not null, street text not null, postcode text not null, city text not null, phone text not null,
    pickup boolean not null default true, delivery boolean not null default false, delivery_fee_cents bigint not null default 0 check (delivery_fee_cents >= 0),
    delivery_area_fr text not null default '', delivery_area_en text not null default '',
    lead_minutes int not null default 120 check (lead_minutes between 0 and 20160), slot_capacity int not null default 4 check (slot_capacity between 1 and 100),
    active boolean not null default true, version int not null default 0, unique (portal_id, slug));
create index on shop (merchant_id);
create table opening_hours (shop_id bigint not null references shop, weekday int not null check (weekday between 1 and 7), opens time not null, closes time not null check (closes > opens), primary key (shop_id, weekday, opens));
-- One row with null hours closes the day; rows with hours replace the week's hours on that day (they also open a public holiday).
create table opening_exception (id bigint primary key, shop_id bigint not null references shop, day date not null, opens time, closes time, reason_fr text not null default '', reason_en text not null default '', check ((opens is null) = (closes is null)));
create index on opening_exception (shop_id, day);
-- merchant_id null: the portal's own terms.
create table terms_version (id bigint primary key, portal_id bigint not null references portal, merchant_id bigint references merchant, language text not null, version int not null, body text not null, sha256 text not null, published_at timestamptz not null, unique nulls not distinct (portal_id, merchant_id, language, version));

-- ---------------------------------------------------------------- identity
create table user_account (
    id bigint primary key, login text not null, email text not null, name text not null, password_hash text not null, role text not null check (role in ('MERCHANT', 'SECRETARY', 'OPERATOR')),
    portal_id bigint references portal, merchant_id bigint references merchant, language text not null default 'fr', totp_secret text, failed_sign_ins int not null default 0, locked_until timestamptz,
    last_sign_in_at timestamptz, active boolean not null default true, version int not null default 0, check (role = 'OPERATOR' or merchant_id is not null));
create unique index on user_account (lower(login));
create table api_token (id bigint primary key, token_hash bytea not null unique, user_id bigint not null references user_account, label text not null, created_at timestamptz not null, expires_at timestamptz not null, revoked_at timestamptz);
create table audit_entry (id bigint primary key, at timestamptz not null, actor_kind text not null, actor_id bigint, actor_name text not null, on_behalf_of bigint references merchant, action text not null, subject text not null, detail text not null default '');
create index on audit_entry (at desc);

-- ---------------------------------------------------------------- catalog
create table category (id bigint primary key, portal_id bigint not null references portal, slug text not null, name_fr text not null, name_en text not null, position int not null, picture text not null, unique (portal_id, slug));
create table product (
    id bigint primary key, portal_id bigint not null references portal, shop_id bigint not null references shop, category_id bigint not null references category,
    kind text not null check (kind in ('GROUP_LESSON', 'PRIVATE_LESSON', 'ACTIVITY', 'PASS', 'RENTAL', 'LODGING', 'INSURANCE', 'GOODS')),
    slug text not null, name_fr text not null, name_en text not null, summary_fr text not null default '', summary_en text not null default '',
    about_fr text not null default '', about_en text not null default '', unit_fr text not null default '', unit_en text not null default '', picture text not null, alt_fr text not null default '', alt_en text not null default '',
    from_cents bigint not null check (from_cents >= 0), vat_bp int not null check (vat_bp between 0 and 3000), collected boolean not null default false, by_weight boolean not null default false,
    withdrawal text not null default 'LEGAL' check (withdrawal in ('LEGAL', 'EXCLUDED_DATED', 'EXCLUDED_PERISHABLE', 'EXCLUDED_MADE_TO_MEASURE')), adults_only boolean not null default false,
    terms jsonb not null default '{}', active boolean not null default true, position int not null default 0, version int not null default 0,
    search_fr tsvector generated always as (setweight(to_tsvector('french_folded', name_fr), 'A') || setweight(to_tsvector('french_folded', summary_fr), 'B') || setweight(to_tsvector('french_folded', about_fr), 'C')) stored,
    search_en tsvector generated always as (setweight(to_tsvector('english_folded', name_en), 'A') || setweight(to_tsvector('english_folded', summary_en), 'B') || setweight(to_tsvector('english_folded', about_en), 'C')) stored,
    unique (portal_id, slug));
create index on product (shop_id) where active;
create index on product (portal_id, category_id, position, id) where active;
create index on product using gin (search_fr);
create index on product using gin (search_en);
create index on product using gin (fold(name_fr || ' ' || name_en) gin_trgm_ops);
-- What can be chosen of a product, with its price: a level and age, a duration, a length, a gear class, a size of bottle. day_prices[n] is the price of n days (rental).
create table product_variant (
    id bigint primary key, product_id bigint not null references product, code text not null, label_fr text not null, label_en text not null, price_cents bigint not null check (price_cents >= 0),
    day_prices bigint[], minutes int check (minutes > 0), days int check (days > 0), age_min int, age_max int, schedule_fr text not null default '', schedule_en text not null default '', sizes text[],
    position int not null default 0, active boolean not null default true, unique (product_id, code));
-- Nightly prices of a lodging; day_from and day_to (the last night) inclusive.
create table season_price (id bigint primary key, product_id bigint not null references product, day_from date not null, day_to date not null check (day_to >= day_from), night_cents bigint not null check (night_cents > 0), min_nights int not null default 1,
    exclude using gist (product_id with =, daterange(day_from, day_to, '[]') with &&));
-- What is left: an undated stock (day null), a place in a session (starts_at), a night, a ski of a size on a day, an instructor's hour. taken counts what is held and what is sold. No row: not limited (kinds PASS, INSURANCE).
create table capacity (
    id bigint primary key, product_id bigint not null references product, variant_id bigint references product_variant, day date, starts_at timestamptz, ends_at timestamptz, size text,
    total bigint not null check (total >= 0), taken bigint not null default 0, constraint capacity_not_oversold check (taken >= 0 and taken <= total), unique nulls not distinct (product_id, variant_id, day, starts_at, size)) with (fillfactor = 70);

-- ---------------------------------------------------------------- cart
create table cart (id uuid primary key, portal_id bigint not null references portal, language text not null, created_at timestamptz not null, touched_at timestamptz not null, state text not null default 'OPEN' check (state in ('OPEN', 'ORDERED')), version int not null default 0);
create index on cart (touched_at) where state = 'OPEN';
-- quantity is pieces, or grams for a product sold by weight. choice holds what has no column of its own (age of a skier, names).
create table cart_line (
    id bigint primary key, cart_id uuid not null references cart on delete cascade, product_id bigint not null references product, shop_id bigint not null references shop, variant_id bigint references product_variant,
    quantity bigint not null check (quantity > 0), starts_on date, ends_on date, starts_at timestamptz, size text, adults int, children int, choice jsonb not null default '{}', added_at timestamptz not null);
create index on cart_line (cart_id);
create table cart_part (
    cart_id uuid not null references cart on delete cascade, shop_id bigint not null references shop, mode text not null check (mode in ('PICKUP', 'DELIVERY')), slot_start timestamptz, street text, postcode text, city text, note text, primary key (cart_id, shop_id));

-- ---------------------------------------------------------------- checkout: what is promised while the customer is at the provider's page
create table checkout (
    id bigint primary key, portal_id bigint not null references portal, cart_id uuid not null references cart, idempotency_key text not null, request_sha256 text not null,
    order_no bigint not null unique, token_hash bytea not null, token text not null, state text not null check (state in ('PENDING', 'PLACED', 'FAILED', 'EXPIRED')),
    draft jsonb not null, total_cents bigint not null check (total_cents >= 0), due_now_cents bigint not null check (due_now_cents >= 0 and due_now_cents <= total_cents),
    created_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz, unique (cart_id, idempotency_key));
create index on checkout (expires_at) where state = 'PENDING';
create unique index checkout_one_pending_per_cart on checkout (cart_id) where state = 'PENDING';
create table capacity_claim (checkout_id bigint not null references checkout, line_no int not null, capacity_id bigint not null references capacity, quantity bigint not null check (quantity > 0), returned boolean not null default false, primary key (checkout_id, line_no, capacity_id));
create index on capacity_claim (capacity_id);
-- Pickup slots taken, held or sold, counted per shop and half-hour.
create table slot_claim (checkout_id bigint not null references checkout, shop_id bigint not null references shop, slot_start timestamptz not null, returned boolean not null default false, primary key (checkout_id, shop_id));
create index on slot_claim (shop_id, slot_start) where not returned;

-- ---------------------------------------------------------------- ledger
create table ledger_account (id bigint primary key, code text not null unique, type text not null check (type in ('PSP', 'MERCHANT_PENDING', 'MERCHANT_AVAILABLE', 'MERCHANT_DEBT', 'PLATFORM_FEES', 'REFUND_CLEARING', 'PAYOUT_IN_TRANSIT', 'TOURIST_TAX', 'DISPUTE_RESERVE')), owner_id bigint not null);
create table journal_entry (id bigint primary key, occurred_at timestamptz not null, event text not null, subject text not null, key text not null unique);
create index on journal_entry (subject);
-- Debits are positive, credits negative, in cents.
create table posting (id bigint primary key, entry_id bigint not null references journal_entry, account_id bigint not null references ledger_account, amount_cents bigint not null check (amount_cents <> 0), subject text not null);
create index on posting (entry_id);
create index on posting (account_id, id) include (amount_cents);
create index on posting (subject);
create function posting_balances() returns trigger language plpgsql as $$
begin
    if (select sum(amount_cents) from posting where entry_id = new.entry_id) <> 0 then
        raise exception 'journal entry % does not balance', new.entry_id using errcode = 'integrity_constraint_violation', constraint = 'posting_balances';
    end if;
    return null;
end $$;
create constraint trigger posting_balances after insert on posting deferrable initially deferred for each row execute function posting_balances();
create function ledger_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: write a correcting entry' using errcode = 'integrity_constraint_violation', constraint = 'ledger_append_only';
end $$;
create trigger posting_append_only before update or delete on posting for each row execute function ledger_append_only();
create trigger posting_no_truncate before truncate on posting for each statement execute function ledger_append_only();
create trigger journal_entry_append_only before update or delete on journal_entry for each row execute function ledger_append_only();
create trigger journal_entry_no_truncate before truncate on journal_entry for each statement execute function ledger_append_only();

-- ---------------------------------------------------------------- order
create table customer_order (
    id bigint primary key, order_no bigint not null unique, portal_id bigint not null references portal, checkout_id bigint not null unique references checkout, token_hash bytea not null unique, token text not null, language text not null, placed_at timestamptz not null,
    first_name text not null, last_name text not null, email text not null, phone text not null, street text not null default '', postcode text not null default '', city text not null default '', country text not null default 'FR',
    total_cents bigint not null check (total_cents >= 0), paid_now_cents bigint not null, settings jsonb not null, alias text);
create index on customer_order (portal_id, id desc);
create index on customer_order (lower(email) text_pattern_ops, id desc);
create index on customer_order using gin (fold(email || ' ' || first_name || ' ' || last_name) gin_trgm_ops);
create table merchant_order (
    id bigint primary key, order_id bigint not null references customer_order, position int not null, number text not null unique, portal_id bigint not null references portal, merchant_id bigint not null references merchant, shop_id bigint not null references shop,
    state text not null check (state in ('RECORDED', 'CONFIRMING', 'PROCESSING', 'READY', 'HANDING_OVER', 'COMPLETED', 'CANCELLED', 'ERROR')), state_before_error text, error_cause text,
    mode text not null check (mode in ('NONE', 'PICKUP', 'DELIVERY')), slot_start timestamptz, slot_end timestamptz, street text, postcode text, city text, note text,
    lines_cents bigint not null, shipping_cents bigint not null default 0, total_cents bigint not null, service_date date not null, placed_at timestamptz not null, moved_at timestamptz not null, validated_at timestamptz, completed_at timestamptz,
    release_at timestamptz, cancel_reason text, seen_at timestamptz, version int not null default 0, check (total_cents = lines_cents + shipping_cents), unique (order_id, position));
create index on merchant_order (merchant_id, id desc);
create index on merchant_order (merchant_id, state, id desc);
create index on merchant_order (merchant_id, service_date);
create index on merchant_order (merchant_id, placed_at);
create index on merchant_order (release_at) where release_at is not null;
create index on merchant_order (portal_id, id desc);
create table order_line (
    id bigint primary key, merchant_order_id bigint not null references merchant_order, line_no int not null, product_id bigint not null references product, kind text not null, name text not null, family text not null, seller text not null, variant text not null default '', unit_text text not null default '',
    quantity bigint not null, by_weight boolean not null default false, unit_cents bigint not null, total_cents bigint not null, vat_bp int not null, tax_cents bigint not null default 0, due_now_cents bigint not null, withdrawal text not null,
    starts_on date, ends_on date, starts_at timestamptz, ends_at timestamptz, size text, adults int, children int, detail jsonb not null default '{}', picture text not null default '',
    state text not null check (state in ('CONFIRMED', 'CANCELLED', 'REFUNDED')), unique (merchant_order_id, line_no));
create table order_move (id bigint primary key, merchant_order_id bigint not null references merchant_order, transition text not null, from_state text, to_state text not null, actor_kind text not null, actor_name text not null, on_behalf boolean not null default false, reason text, at timestamptz not null);
create index on order_move (merchant_order_id, id);
create table terms_acceptance (id bigint primary key, order_id bigint not null references customer_order, merchant_id bigint references merchant, terms_version_id bigint not null references terms_version, sha256 text not null, accepted_at timestamptz not null, address text not null);
create index on terms_acceptance (order_id);

-- ---------------------------------------------------------------- payment
create table payment (
    id bigint primary key, purpose text not null check (purpose in ('ORDER', 'BALANCE')), portal_id bigint not null references portal, checkout_id bigint references checkout, order_id bigint references customer_order, balance_id bigint,
    amount_cents bigint not null check (amount_cents >= 0), refunded_cents bigint not null default 0, state text not null check (state in ('INITIATED', 'REDIRECTED', 'AUTHORISED', 'CAPTURED', 'REFUSED', 'ABANDONED', 'EXPIRED', 'VOIDED', 'UNKNOWN', 'DISPUTED')),
    method text not null check (method in ('CARD', 'INSTANT', 'FREE')), idempotency_key uuid not null unique, provider_id text unique, redirect_url text, return_url text, result_code text, result_text text, three_ds text,
    created_at timestamptz not null, authorised_at timestamptz, captured_at timestamptz, expires_at timestamptz not null, next_check_at timestamptz, checks int not null default 0, version int not null default 0, check (refunded_cents between 0 and amount_cents));
create index on payment (checkout_id);
create index on payment (order_id);
create index on payment (balance_id) where balance_id is not null;
create index on payment (next_check_at) where next_check_at is not null;
create index on payment (authorised_at) where state = 'AUTHORISED';
-- One merchant's share of a payment: what it brings, what the platform keeps; transfer_* once it has reached the merchant's e-money account.
create table payment_share (
    id bigint primary key, payment_id bigint not null references payment, merchant_order_id bigint not null references merchant_order, merchant_id bigint not null references merchant, gross_cents bigint not null check (gross_cents >= 0), fee_cents bigint not null check (fee_cents >= 0 and fee_cents <= gross_cents),
    tax_cents bigint not null default 0 check (tax_cents >= 0), refunded_cents bigint not null default 0, fee_returned_cents bigint not null default 0, transfer_key uuid not null unique, transfer_id text, transferred_at timestamptz, released_at timestamptz, payout_id bigint,
    unique (payment_id, merchant_order_id), check (refunded_cents between 0 and gross_cents));
create index on payment_share (merchant_order_id);
create index on payment_share (merchant_id, id);
create table payment_move (id bigint primary key, payment_id bigint not null references payment, transition text not null, from_state text not null, to_state text not null, actor_kind text not null, detail text not null default '', at timestamptz not null);
create index on payment_move (payment_id, id);
-- What the provider told: only a reference to ask about, never a state; kept to answer fast and to see repeats.
create table provider_notice (id bigint primary key, event_type text not null, resource_id text not null, received_at timestamptz not null, handled_at timestamptz, times int not null default 1, unique (event_type, resource_id));
create table refund (
    id bigint primary key, payment_id bigint not null references payment, share_id bigint not null references payment_share, merchant_order_id bigint not null references merchant_order, merchant_id bigint not null references merchant, amount_cents bigint not null check (amount_cents > 0),
    fee_returned_cents bigint not null default 0, tax_cents bigint not null default 0, reason text not null, state text not null check (state in ('REQUESTED', 'SENT', 'SUCCEEDED', 'FAILED', 'UNKNOWN')), line_id bigint,
    transfer_key uuid not null unique, transfer_refund_id text, payin_key uuid not null unique, payin_refund_id text, requested_by text not null, requested_at timestamptz not null, sent_at timestamptz, succeeded_at timestamptz, next_check_at timestamptz, attempts int not null default 0, last_error text, version int not null default 0);
create index on refund (merchant_order_id);
create index on refund (payment_id);
create index on refund (next_check_at) where next_check_at is not null;
create table refund_move (id bigint primary key, refund_id bigint not null references refund, transition text not null, from_state text not null, to_state text not null, detail text not null default '', at timestamptz not null);
create index on refund_move (refund_id, id);
create table balance_due (
    id bigint primary key, order_id bigint not null references customer_order, merchant_order_id bigint not null references merchant_order, line_id bigint not null references order_line, merchant_id bigint not null references merchant, amount_cents bigint not null check (amount_cents > 0), tax_cents bigint not null default 0,
    due_on date not null, send_on date not null, token_hash bytea not null unique, token text not null, state text not null check (state in ('SCHEDULED', 'LINK_SENT', 'REMINDED', 'PAID', 'OVERDUE', 'WAIVED')), sent_at timestamptz, paid_at timestamptz, version int not null default 0);
create index on balance_due (order_id);
create index on balance_due (send_on) where state in ('SCHEDULED', 'LINK_SENT', 'REMINDED');

-- ---------------------------------------------------------------- payout
create table payout (
    id bigint primary key, merchant_id bigint not null references merchant, portal_id bigint not null references portal, amount_cents bigint not null check (amount_cents > 0), state text not null check (state in ('PLANNED', 'SENT', 'PAID', 'RETURNED', 'FAILED', 'UNKNOWN')),
    idempotency_key uuid not null unique, provider_id text unique, reference text not null, planned_at timestamptz not null, sent_at timestamptz, paid_at timestamptz, next_check_at timestamptz, attempts int not null default 0, last_error text, version int not null default 0);
create index on payout (merchant_id, id desc);
create index on payout (next_check_at) where next_check_at is not null;
create unique index payout_one_open_per_merchant on payout (merchant_id) where state in ('PLANNED', 'SENT', 'UNKNOWN');

-- ---------------------------------------------------------------- notification
-- key names the fact ("placed:EP-00042-001:line 1"), so that a fact told twice is one row. Bodies are rendered when it is sent and kept.
create table notification (
    id bigint primary key, portal_id bigint not null references portal, channel text not null check (channel in ('MAIL', 'SMS')), event text not null, key text not null, recipient text not null, language text not null, order_id bigint, merchant_order_id bigint, line_id bigint, subject_id bigint,
    merchant_id bigint, data jsonb not null default '{}', sender text, reply_to text, subject text, html text, text text, state text not null check (state in ('QUEUED', 'SENT', 'RETRYING', 'DEAD')), attempts int not null default 0, created_at timestamptz not null, next_try_at timestamptz not null, sent_at timestamptz, last_error text, unique (key, channel, recipient));
create index on notification (next_try_at) where state in ('QUEUED', 'RETRYING');
create index on notification (id desc) where state = 'DEAD';
create index on notification (order_id);
create index on notification (merchant_order_id);

-- ---------------------------------------------------------------- batch repository (names are JBatch's own)
create table jbatchcheckpointdata (id varchar(512), obj bytea);
create table jbatchjobinstancedata (jobinstanceid integer generated by default as identity primary key, name varchar(512), apptag varchar(512));
create table jbatchexecutioninstancedata (jobexecid integer generated by default as identity primary key, jobinstanceid bigint not null, createtime timestamp, starttime timestamp, endtime timestamp, updatetime timestamp, parameters bytea, batchstatus varchar(512), exitstatus varchar(512));
create table jbatchstepexecutioninstancedata (stepexecid integer generated by default as identity primary key, jobexecid bigint not null, batchstatus varchar(512), exitstatus varchar(512), stepname varchar(512), readcount integer, writecount integer, commitcount integer, rollbackcount integer, readskipcount integer, processskipcount integer, filtercount integer, writeskipcount integer, starttime timestamp, endtime timestamp, persistentdata bytea);
create table jbatchjobstatus (id bigint primary key, obj bytea);
create table jbatchstepstatus (id bigint primary key, obj bytea);
