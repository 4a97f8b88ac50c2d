-- A desk's measures read the requests of a period, and all that is open, in an index alone.
create index on sales_request (desk_id, opened_at) include (stage, answered_at, object_label, category_id, assigned_to, prestations, accepted_at, quoted_cents, agreed_cents, paid_cents) where spam_at is null;
create index on sales_request (desk_id, opened_at) include (answered_at) where spam_at is null and stage not in ('PROCESSED', 'ARCHIVED');
