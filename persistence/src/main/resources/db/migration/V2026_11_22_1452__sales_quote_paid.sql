-- The key of a quote's payments: once the quote ends, nothing is ordered of it any more, a payment that is accepted too late included.
alter table cart drop constraint cart_state_check;
alter table cart add constraint cart_state_check check (state in ('OPEN', 'ORDERED', 'CLOSED'));
