-- The day before a quote's last its customer is reminded, once.
alter table quote add column reminded_at timestamptz;
create index sales_request_amounts on sales_request (desk_id, stage) include (accepted_at, quoted_cents, agreed_cents) where prestations > 0 and spam_at is null;
create index sales_request_dossiers on sales_request (desk_id, last_at desc, id desc) where prestations > 0 and spam_at is null;
