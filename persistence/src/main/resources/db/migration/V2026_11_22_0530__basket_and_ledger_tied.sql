-- A basket's product is tied to it, and has a shop; a variant that is gone is refused when it is priced. Lines whose product went meanwhile are nobody's.
delete from cart_line l where not exists (select from product p where p.id = l.product_id);
alter table cart_line add constraint cart_line_product_id_fkey foreign key (product_id) references product;

-- An account that postings name cannot go by truncation either.
create trigger ledger_account_no_truncate before truncate on ledger_account for each statement execute function ledger_account_stays();
