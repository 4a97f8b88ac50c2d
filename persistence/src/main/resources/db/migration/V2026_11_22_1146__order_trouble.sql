-- M41, O16: what the system could not bring to its end by itself. One open row for each cause and thing (subject_id: a refund, a payment, a share,
-- a notification or a part, by its cause), however often it is met; solved, it stays as history.
create table order_trouble (
    id bigint primary key, cause text not null, subject_id bigint not null, portal_id bigint not null references portal, part_id bigint, order_no bigint, merchant_id bigint,
    amount_cents bigint not null default 0, since timestamptz not null, last_at timestamptz not null, times int not null default 1, message text not null default '',
    replayed_at timestamptz, solved_at timestamptz, solved_by text, solution text, reference text, reason text,
    check ((solved_at is null) = (solution is null)));
create unique index order_trouble_open on order_trouble (cause, subject_id) where solved_at is null;
create index order_trouble_waiting on order_trouble (portal_id, since, id) where solved_at is null;
create index order_trouble_part on order_trouble (part_id) where part_id is not null;

-- A refund that reached the customer by another way than the provider: what the operator named as its proof.
alter table refund add column outside_reference text;

-- What the cockpit counts and its lists open, each a handful of rows among millions.
create index merchant_order_in_error on merchant_order (portal_id, id desc) where state = 'ERROR';
create index payment_without_order on payment (id) where order_id is null and purpose = 'ORDER' and state in ('AUTHORISED', 'CAPTURED', 'DISPUTED');
create index notification_dead_for_portal on notification (portal_id, id desc) where state = 'DEAD';
