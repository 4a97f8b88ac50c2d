-- The language a merchant is written to in: its own account's, before a secretary's, before its portal's first.
create index on user_account (merchant_id);
create function language_of_merchant(asked bigint) returns text language sql stable parallel safe
return coalesce(
    (select u.language from user_account u where u.merchant_id = asked and u.active order by u.role <> 'MERCHANT', u.id limit 1),
    (select p.languages[1] from merchant m join portal p on p.id = m.portal_id where m.id = asked));
