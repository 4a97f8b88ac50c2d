-- A quote is frozen, then sent, in one transaction: what is out was frozen, and what is being written may be so for that moment.
do $$
declare name text;
begin
    select conname into strict name from pg_constraint where conrelid = 'quote'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%frozen IS NULL%';
    execute format('alter table quote drop constraint %I', name);
end $$;
alter table quote add constraint quote_out_is_frozen check (state in ('DRAFT', 'VOIDED') or frozen is not null and frozen_sha256 is not null and total_cents is not null and due_now_cents is not null);
-- A draft's total is kept as well: the board adds it up.
create index on quote (request_id, state);
