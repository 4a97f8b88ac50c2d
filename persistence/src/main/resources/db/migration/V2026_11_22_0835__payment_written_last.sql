-- A payment that is accepted at once is written once, after the order it pays for; its shares, which come before it, are checked at the end.
alter table payment_share alter constraint payment_share_payment_id_fkey deferrable initially deferred;
