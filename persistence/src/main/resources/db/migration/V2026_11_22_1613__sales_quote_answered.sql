-- A basket is open or ordered, and nothing else.
alter table cart drop constraint cart_state_check;
alter table cart add constraint cart_state_check check (state in ('OPEN', 'ORDERED'));
-- What the customer took of the options and alternatives, and what that comes to: with frozen_sha256, what was accepted (K23).
alter table quote add column picked bigint[], add column agreed_cents bigint;
alter table quote add constraint quote_agreed check ((accepted_at is null) = (agreed_cents is null) and (accepted_at is null) = (picked is null) and (accepted_at is null) = (cart_id is null));
-- What is told outside is written with the order, whose rows go to the database last.
alter table outside_push alter constraint outside_push_line_id_fkey deferrable initially deferred;
