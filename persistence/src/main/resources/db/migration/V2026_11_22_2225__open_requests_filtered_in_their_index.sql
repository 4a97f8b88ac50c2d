-- A filter of several columns that hardly any open request holds reads this index alone, not each open request.
drop index sales_request_desk_id_last_at_id_idx1;
create index on sales_request (desk_id, last_at desc, id desc) include (category_id, assigned_to, object_id, stage) where spam_at is null and archived_at is null;
