-- Gestion commerciale: who asks, what was said, and what came of it (documents 003 and 004).
create extension if not exists btree_gin;

-- Who answers: a merchant's own desk, or (merchant_id null) the portal's. MAIL_ONLY: what is asked goes to the object's address and is not kept here (P22).
create table sales_desk (
    id bigint primary key, portal_id bigint not null references portal, merchant_id bigint references merchant,
    inbox text not null default 'CENTRAL' check (inbox in ('CENTRAL', 'MAIL_ONLY')), version int not null default 0, unique nulls not distinct (portal_id, merchant_id));
-- What a request may be about (P03): one list for each language; retired where requests name it.
create table contact_object (
    id bigint primary key, desk_id bigint not null references sales_desk, language text not null check (language in ('fr', 'en')), label text not null, email text not null, position int not null, retired_at timestamptz);
create index on contact_object (desk_id, language, position) where retired_at is null;
create table sales_category (
    id bigint primary key, desk_id bigint not null references sales_desk, code text not null, label_fr text not null, label_en text not null, position int not null, retired_at timestamptz);
create unique index sales_category_code on sales_category (desk_id, lower(code)) where retired_at is null;
-- What presets a category before anybody chooses (K26): the page the form stands on, the object, the language.
create table category_rule (id bigint primary key, desk_id bigint not null references sales_desk, category_id bigint not null references sales_category, kind text not null check (kind in ('PAGE', 'OBJECT', 'LANGUAGE')), value text not null);
create index on category_rule (desk_id);
-- The contents of mails (P08–P12); no row: the house's own words.
create table mail_content (
    desk_id bigint not null references sales_desk, kind text not null check (kind in ('ACKNOWLEDGEMENT', 'SIGNATURE', 'QUOTE', 'PAYMENT_REQUEST')), language text not null check (language in ('fr', 'en')),
    body text not null, changed_at timestamptz not null, changed_by text not null, primary key (desk_id, kind, language));
-- The legal footer of every mail is the operator's and only ever gets a newer version (P11, K27).
create table legal_footer (id bigint primary key, portal_id bigint not null references portal, language text not null check (language in ('fr', 'en')), version int not null, body text not null, published_at timestamptz not null, published_by text not null, unique (portal_id, language, version));
create table sales_catalogue (id bigint primary key, desk_id bigint not null references sales_desk, code text not null, label text not null default '', position int not null, checked_at timestamptz, retired_at timestamptz);
create unique index sales_catalogue_code on sales_catalogue (desk_id, lower(code)) where retired_at is null;

-- One record from the first message to the paid order; it is a dossier once it has prestations (K22). The token opens the customer's page,
-- the mail key stands in the address that its mails are answered to, where upper and lower case do not differ.
-- What follows from the messages, quotes and payments is kept up by those who write them; the stage follows from that, and nobody sets it.
create table sales_request (
    id bigint primary key, desk_id bigint not null references sales_desk, portal_id bigint not null references portal, merchant_id bigint references merchant,
    token text not null, token_hash bytea not null unique, mail_key text not null unique,
    source text not null check (source in ('FORM', 'EMBEDDED', 'PHONE', 'API', 'MAIL')), page text not null default '', language text not null check (language in ('fr', 'en')),
    object_id bigint references contact_object, object_label text not null default '', category_id bigint references sales_category, chosen_category_id bigint references sales_category,
    first_name text not null default '', last_name text not null, email text not null default '', phone text not null default '',
    arrives_on date, leaves_on date, adults int check (adults >= 0), children int check (children >= 0), assigned_to bigint references user_account,
    opened_at timestamptz not null, last_at timestamptz not null, unread int not null default 0 check (unread >= 0), acted_at timestamptz, answered_at timestamptz, due_on date,
    prestations int not null default 0 check (prestations >= 0), quoted_cents bigint not null default 0, accepted_at timestamptz, agreed_cents bigint not null default 0, paid_cents bigint not null default 0,
    done_at timestamptz, archived_at timestamptz, spam_at timestamptz, version int not null default 0,
    stage text not null generated always as (case
        when archived_at is not null then 'ARCHIVED'
        when accepted_at is not null and paid_cents >= agreed_cents and done_at is not null then 'PROCESSED'
        when accepted_at is not null and paid_cents >= agreed_cents then 'SETTLED'
        when accepted_at is not null and paid_cents > 0 then 'DEPOSIT_PAID'
        when accepted_at is not null then 'AWAITING_PAYMENT'
        when acted_at is not null then 'IN_PROGRESS'
        else 'NEW' end) stored,
    check ((arrives_on is null) = (leaves_on is null)), check (leaves_on >= arrives_on));
create index on sales_request (desk_id, last_at desc, id desc) where spam_at is null;
create index on sales_request (desk_id, stage, last_at desc, id desc) where spam_at is null;
create index on sales_request using gin (desk_id, fold(first_name || ' ' || last_name || ' ' || email || ' ' || phone) gin_trgm_ops);
create index on sales_request (lower(email));

-- NOTE: for the desk's eyes only. mail_id: the mail it came by, read twice and kept once.
create table request_message (
    id bigint primary key, request_id bigint not null references sales_request, desk_id bigint not null references sales_desk, side text not null check (side in ('CUSTOMER', 'DESK', 'NOTE')),
    author_id bigint references user_account, author text not null, body text not null, at timestamptz not null, source text not null check (source in ('FORM', 'PAGE', 'MAIL', 'PHONE', 'DESK')), mail_id text,
    read_at timestamptz, notification_id bigint, search tsvector generated always as (to_tsvector('french_folded', body)) stored);
create index on request_message (request_id, id);
create unique index request_message_mail on request_message (request_id, mail_id) where mail_id is not null;
create index on request_message using gin (search);
create table request_file (id bigint primary key, request_id bigint not null references sales_request, message_id bigint not null references request_message, name text not null, media_type text not null, bytes int not null, sha256 text not null, content bytea not null);
create index on request_file (message_id);
-- Every act, in the order it was done.
create table request_event (id bigint primary key, request_id bigint not null references sales_request, at timestamptz not null, actor_kind text not null, actor_name text not null, kind text not null, detail text not null default '');
create index on request_event (request_id, id);
create table saved_answer (id bigint primary key, desk_id bigint not null references sales_desk, language text not null check (language in ('fr', 'en')), title text not null, body text not null);
create unique index saved_answer_title on saved_answer (desk_id, language, lower(title));
-- Who has the page open now, and who is writing: worth nothing after a minute, so not worth the log.
create unlogged table request_presence (request_id bigint not null, user_id bigint not null, name text not null, seen_at timestamptz not null, writing_at timestamptz, primary key (request_id, user_id));
