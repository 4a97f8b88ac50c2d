-- Who works for a merchant does so as its owner, at its order desk, as a reader or as a commercial secretary (Role.java); whoever was a merchant's
-- account until now was the only one, and is its owner.
alter table user_account drop constraint user_account_role_check;
update user_account set role = 'OWNER', version = version + 1 where role = 'MERCHANT';
alter table user_account add constraint user_account_role_check check (role in ('OWNER', 'ORDER_DESK', 'READER', 'SECRETARY', 'OPERATOR'));
-- A merchant is written to in the language of its owner, before that of its staff.
create or replace view merchant_language as
    select m.id as merchant_id, coalesce(
        (select u.language from user_account u where u.merchant_id = m.id and u.active order by u.role <> 'OWNER', u.id limit 1),
        p.languages[1]) as language
    from merchant m join portal p on p.id = m.portal_id;
