-- What was typed at the till and never paid goes a month after it ended: forgotten_at says when (fr.halle.checkout.service.UnpaidNames). A purchase that
-- is paid at once never enters the index, and one that is paid at the provider's page leaves it alone too.
alter table checkout add column forgotten_at timestamptz;
create index checkout_to_forget on checkout (id) where state in ('FAILED', 'EXPIRED') and forgotten_at is null;
-- A basket that an unpaid checkout names keeps its row, as the checkout does, and nothing else (fr.halle.checkout.service.OldBaskets).
alter table cart drop constraint cart_state_check;
alter table cart add constraint cart_state_check check (state in ('OPEN', 'ORDERED', 'FORGOTTEN'));
