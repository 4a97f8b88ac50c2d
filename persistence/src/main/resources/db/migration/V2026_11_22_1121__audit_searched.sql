-- The trail is searched by portal, merchant, person and thing, newest first. portal_id: whose operator may read it, null for what is of all
-- portals; merchant_id: whom it concerns; address: the network that it came from, never the whole of it.
alter table audit_entry add column portal_id bigint, add column merchant_id bigint, add column address text;
update audit_entry a set merchant_id = coalesce(a.on_behalf_of, (select u.merchant_id from user_account u where u.id = a.actor_id));
update audit_entry a set portal_id = coalesce(
    (select m.portal_id from merchant m where m.id = a.merchant_id),
    (select p.id from portal p where a.subject = 'portal ' || p.slug),
    (select m.portal_id from merchant_order m where m.number = a.subject),
    (select u.portal_id from user_account u where u.id = a.actor_id));
create index audit_entry_portal on audit_entry (portal_id, at desc, id desc);
create index audit_entry_merchant on audit_entry (merchant_id, at desc, id desc) where merchant_id is not null;
create index audit_entry_actor on audit_entry (actor_id, at desc, id desc);
create index audit_entry_subject on audit_entry (subject text_pattern_ops, at desc, id desc);
drop index audit_entry_at_idx;
create index audit_entry_at on audit_entry (at desc, id desc);

-- What was done stays done: a row is added, and never made to say something else.
create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only' using errcode = 'integrity_constraint_violation', constraint = 'audit_entry_stays';
end $$;
create trigger audit_entry_stays before update on audit_entry for each row execute function audit_entry_stays();
