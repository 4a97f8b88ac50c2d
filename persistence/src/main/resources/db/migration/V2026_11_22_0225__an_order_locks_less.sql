-- What one order costs the database (docs/performance.md): each foreign key of a new row looks its parent up and locks it, some eighty times for one
-- order, and all orders lock the same few portals, merchants and accounts. A key stays wherever it is the only thing that ties a row to its parent;
-- what follows from another row that is tied already is not tied a second time.

-- A basket is a wish: its prices and its products are looked up anew at every look, and it must not hold the catalogue.
alter table cart_line drop constraint cart_line_product_id_fkey, drop constraint cart_line_shop_id_fkey, drop constraint cart_line_variant_id_fkey;
alter table cart_part drop constraint cart_part_shop_id_fkey;

-- The portal: the cart's is checked, and checkout, order, part, payment and message take it from there.
alter table checkout drop constraint checkout_portal_id_fkey;
alter table customer_order drop constraint customer_order_portal_id_fkey;
alter table merchant_order drop constraint merchant_order_portal_id_fkey;
alter table payment drop constraint payment_portal_id_fkey;
alter table notification drop constraint notification_portal_id_fkey;

-- The merchant: a shop, a version of terms and a part have one.
alter table merchant_order drop constraint merchant_order_merchant_id_fkey;
alter table terms_acceptance drop constraint terms_acceptance_merchant_id_fkey;
alter table payment_share drop constraint payment_share_merchant_id_fkey;

-- The account: postings are written by joining it (Ledger), and it can be neither removed nor renumbered.
alter table posting drop constraint posting_account_id_fkey;
create function ledger_account_stays() returns trigger language plpgsql as $$
begin
    raise exception 'ledger accounts stay' using errcode = 'integrity_constraint_violation', constraint = 'ledger_account_stays';
end $$;
create trigger ledger_account_stays before delete or update of id on ledger_account for each row execute function ledger_account_stays();

-- Nobody looks for these: one is random and compared once the row was found by its number, the other is sent and never searched.
alter table customer_order drop constraint customer_order_token_hash_key;
alter table payment_share drop constraint payment_share_transfer_key_key;

-- A view is read as a part of the statement that names it; a function is a statement of its own, for every row.
create view merchant_language as
    select m.id as merchant_id, coalesce(
        (select u.language from user_account u where u.merchant_id = m.id and u.active order by u.role <> 'MERCHANT', u.id limit 1),
        p.languages[1]) as language
    from merchant m join portal p on p.id = m.portal_id;
drop function language_of_merchant(bigint);
