-- Which portals and settings a node has read: it asks for this number once a second and reads again when it has moved. The number moves in the
-- transaction that changes them, so whoever sees it sees the change.
create table portal_version (id int primary key default 1 check (id = 1), version bigint not null default 0);
insert into portal_version (id) values (1);
create function portal_changed() returns trigger language plpgsql as $$
begin
    update portal_version set version = version + 1;
    return null;
end $$;
create trigger portal_changed after insert or update or delete on portal for each statement execute function portal_changed();
create trigger portal_setting_changed after insert or update or delete on portal_setting for each statement execute function portal_changed();
