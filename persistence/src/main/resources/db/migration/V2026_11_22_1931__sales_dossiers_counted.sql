-- What a client is found by, folded once: a piece of it too short for the index of pieces is looked for along a list, where folding each row took most of the time.
alter table sales_request add column client text generated always as (fold(first_name || ' ' || last_name || ' ' || email || ' ' || phone)) stored;
drop index sales_request_desk_id_fold_idx;
create index on sales_request using gin (desk_id, client gin_trgm_ops);
-- The board counts and adds up a desk's dossiers, whatever they are searched for, in an index alone, and finds each column's newest along it.
create index on sales_request (desk_id, stage, last_at desc, id desc) include (accepted_at, quoted_cents, agreed_cents, category_id, assigned_to, unread, due_on, client) where spam_at is null and prestations > 0;
