-- Every node reads the newest legal footer as it reads the settings.
create trigger legal_footer_changed after insert or update or delete on legal_footer for each statement execute function portal_changed();
-- A version that was published is never changed nor taken back (K27).
create function footer_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a legal footer that was published stays';
end $$;
create trigger footer_stays before update or delete on legal_footer for each row execute function footer_stays();

-- Forms that were sent, so that a second press is the first (C18): what was said only as its fingerprint, since a desk that works by mail keeps nothing here (P22).
create table contact_sent (
    desk_id bigint not null references sales_desk, key text not null, said bytea not null, asker bytea not null, request_id bigint references sales_request, at timestamptz not null, primary key (desk_id, key));
create index on contact_sent (asker, at);
create index on contact_sent (at);
-- What a form is signed with when it is shown, the same on every node.
create table contact_seal (id int primary key default 1 check (id = 1), seal text not null);
insert into contact_seal (seal) values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
