create schema if not exists simulator;

-- Every document the API shows, as the API shows it; beside it what the API does not show.
create table if not exists simulator.resource (
    id         text primary key,
    kind       text        not null,
    parent_id  text,                          -- of a refund or a dispute: the transaction it is about
    created_at timestamptz not null,
    due_at     timestamptz,                   -- when the provider does the next thing of its own accord
    doc        jsonb       not null,
    hidden     jsonb       not null default '{}'
);
create index if not exists resource_newest on simulator.resource (kind, created_at desc);
create index if not exists resource_parent on simulator.resource (parent_id) where parent_id is not null;
create index if not exists resource_due on simulator.resource (due_at) where due_at is not null;
create index if not exists resource_bank_account on simulator.resource ((doc ->> 'BankAccountId'), created_at) where kind = 'PAYOUT';

-- Money, in cents. Rows are only added: a balance is a sum and never stored.
create table if not exists simulator.movement (
    id             bigint generated always as identity primary key,
    wallet_id      text        not null,
    cents          bigint      not null check (cents <> 0),
    transaction_id text        not null,
    at             timestamptz not null
);
create index if not exists movement_wallet on simulator.movement (wallet_id) include (cents);
create index if not exists movement_transaction on simulator.movement (transaction_id);

create table if not exists simulator.event (
    id          bigint generated always as identity primary key,
    type        text        not null,
    resource_id text        not null,
    at          timestamptz not null
);
create index if not exists event_at on simulator.event (at);

-- One row per notification to send; it stays until the shop has answered 200, or the hook is given up.
create table if not exists simulator.delivery (
    id       bigint generated always as identity primary key,
    event_id bigint      not null references simulator.event,
    hook_id  text        not null,
    url      text        not null,
    due_at   timestamptz,                     -- null once nothing more will be tried
    attempts int         not null default 0,
    status   int                              -- of the last answer; 0 when there was none
);
create index if not exists delivery_due on simulator.delivery (due_at) where due_at is not null;

-- The answer given under an idempotency key, written in the transaction of its effect.
create table if not exists simulator.answer (
    key    text primary key,
    url    text        not null,
    status int         not null,
    body   jsonb       not null,
    at     timestamptz not null
);

create table if not exists simulator.scenario (
    id           bigint generated always as identity primary key,
    operation    text not null,
    effect       text not null,
    times_left   int  not null check (times_left >= 0),
    delay_millis int  not null
);

-- The platform's own two wallets: what it earns, and what charged-back payments cost it.
insert into simulator.resource (id, kind, created_at, doc) values
    ('FEES_EUR', 'WALLET', now(), '{"Id": "FEES_EUR", "Owners": [], "Description": "Fees", "Currency": "EUR", "FundsType": "FEES"}'),
    ('CREDIT_EUR', 'WALLET', now(), '{"Id": "CREDIT_EUR", "Owners": [], "Description": "Credit", "Currency": "EUR", "FundsType": "CREDIT"}')
on conflict do nothing;

-- The outside system that merchants keep their catalogues and sales in. One sale per key, whoever sends it how often; twin: booked twice, because a tester wanted so.
-- receipt null: cancelled before it was ever taken, so that it never will be.
create table if not exists simulator.outside_sale (
    id             bigint generated always as identity primary key,
    account        text        not null,
    key            uuid        not null,
    twin           boolean     not null default false,
    sha256         text        not null default '',
    catalogue      text        not null default '',
    product        text        not null default '',
    label          text        not null default '',
    reference      text        not null default '',
    customer       text        not null default '',
    total_cents    bigint      not null default 0,
    receipt        text unique,
    taken_on       date        not null,
    taken_at       timestamptz not null,
    cancel_receipt text unique,
    cancelled_on   date
);
create unique index if not exists outside_sale_key on simulator.outside_sale (account, key) where not twin;
create index if not exists outside_sale_day on simulator.outside_sale (account, taken_on, receipt);
create sequence if not exists simulator.outside_receipt start with 100001;

-- What was signed once is not taken again.
create table if not exists simulator.outside_nonce (
    nonce text primary key,
    at    timestamptz not null
);
create index if not exists outside_nonce_at on simulator.outside_nonce (at);

create table if not exists simulator.outside_plan (
    id           bigint generated always as identity primary key,
    mishap       text not null,
    times_left   int  not null check (times_left >= 0),
    delay_millis int  not null
);
