-- What one order costs the database (docs/performance.md). Nothing is checked less than before.

-- Σ = 0 is checked once for all the postings of a statement, where it was checked at commit for each: an entry's postings are written
-- by one statement (Ledger), so this is stricter, and six checks become one.
drop trigger posting_balances on posting;
drop function posting_balances();
create function postings_balance() returns trigger language plpgsql as $$
declare
    unbalanced bigint;
begin
    select w.entry_id into unbalanced from written w group by w.entry_id having sum(w.amount_cents) <> 0 limit 1;
    if found then
        raise exception 'journal entry % does not balance', unbalanced using errcode = 'integrity_constraint_violation', constraint = 'posting_balances';
    end if;
    return null;
end $$;
create trigger posting_balances after insert on posting referencing new table as written for each statement execute function postings_balance();

-- A payment is updated three times on its way to an order and each time enters all its indexes again: those for what most payments
-- never have hold only those that have it.
alter table payment drop constraint payment_return_key_key;
create unique index payment_return_key_key on payment (return_key) where return_key is not null;
