-- A share that the provider refuses to transfer, paid to its merchant by the operator's own bank (O16): its proof, and how much.
alter table payment_share add column outside_reference text, add column outside_cents bigint check (outside_cents >= 0),
    add constraint payment_share_outside check ((outside_reference is null) = (outside_cents is null));
create index payment_share_paid_outside on payment_share (merchant_id) where outside_reference is not null;
