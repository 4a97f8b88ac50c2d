-- What is offered and at what price is kept in memory as long as this number stands: every price asks for it together with what is left. Whoever
-- changes the catalogue moves it in the same transaction, so whoever sees it sees the change. Numbers come from a sequence: one that a rolled back
-- change had used is never used again.
create sequence version_number;
create table catalog_version (id int primary key default 1 check (id = 1), version bigint not null default 0);
insert into catalog_version (id) values (1);
create function catalog_changed() returns trigger language plpgsql as $$
begin
    update catalog_version set version = nextval('version_number');
    return null;
end $$;
create trigger catalog_changed after insert or update or delete or truncate on category for each statement execute function catalog_changed();
create trigger catalog_changed after insert or update or delete or truncate on product for each statement execute function catalog_changed();
create trigger catalog_changed after insert or update or delete or truncate on product_variant for each statement execute function catalog_changed();
create trigger catalog_changed after insert or update or delete or truncate on season_price for each statement execute function catalog_changed();
create trigger catalog_changed after insert or update or delete or truncate on shop for each statement execute function catalog_changed();

select setval('version_number', (select version + 1 from portal_version));
create or replace function portal_changed() returns trigger language plpgsql as $$
begin
    update portal_version set version = nextval('version_number');
    return null;
end $$;
