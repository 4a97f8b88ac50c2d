-- What somebody has typed and not sent: kept until it is sent, so that no refusal, closed window or ended session loses it. user_id 0: the customer.
create table request_draft (request_id bigint not null references sales_request, user_id bigint not null, body text not null, changed_at timestamptz not null, primary key (request_id, user_id));
-- The search that a list opens with, as the diskette keeps it (S26): one for each account and list.
create table default_search (user_id bigint not null references user_account, list text not null, query text not null, changed_at timestamptz not null, primary key (user_id, list));
-- auto: written by a machine, kept and never answered. quoted: what a mail repeated of the mails before it. bounced_at: it never reached the customer.
alter table request_message add column auto boolean not null default false, add column quoted text not null default '', add column bounced_at timestamptz;
-- A desk's conversations are searched among its own.
drop index request_message_search_idx;
create index on request_message using gin (desk_id, search);
-- What the list shows unless it is asked for more, and what the menu counts.
create index on sales_request (desk_id, last_at desc, id desc) where spam_at is null and archived_at is null;
create index on sales_request (desk_id, last_at desc, id desc) where spam_at is null and archived_at is null and unread > 0;
create index on sales_request (desk_id, last_at desc, id desc) where spam_at is not null;
create index on sales_request (desk_id, category_id, last_at desc, id desc) where spam_at is null;
create index on sales_request (desk_id, object_id, last_at desc, id desc) where spam_at is null;
create index on sales_request (desk_id, assigned_to, last_at desc, id desc) where spam_at is null;
