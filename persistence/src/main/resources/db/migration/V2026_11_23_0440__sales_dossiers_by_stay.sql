-- The table of dossiers is sorted by stay along this: of a desk's requests only the dossiers are in it, and those without a stay stand at its end.
create index sales_request_dossiers_by_stay on sales_request (desk_id, coalesce(arrives_on, 'infinity'::date), id) where prestations > 0 and spam_at is null;
