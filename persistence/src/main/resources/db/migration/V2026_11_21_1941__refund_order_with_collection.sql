-- Whoever comes first, the collection of a share or a refund of it, is decided under the share's lock: once transfer_claimed_at is set, the transfer is
-- of transfer_cents and no less, so a refund asked for later takes the money back from the merchant; one asked for earlier is left out of the transfer.
alter table payment_share
    add column transfer_claimed_at timestamptz, add column transfer_cents bigint check (transfer_cents between 0 and gross_cents),
    add column transfer_fee_cents bigint check (transfer_fee_cents between 0 and fee_cents), add column tax_returned_cents bigint not null default 0,
    add column transfer_next_at timestamptz, add column transfer_attempts int not null default 0, add column transfer_error text,
    add constraint payment_share_returns check (fee_returned_cents between 0 and fee_cents and tax_returned_cents between 0 and tax_cents);
create index payment_share_to_release on payment_share (id) where released_at is null and refunded_cents < gross_cents;
create index payment_share_to_transfer on payment_share (transfer_next_at) where transferred_at is null and transfer_next_at is not null;
alter table refund add column before_transfer boolean not null default false, add column failures int not null default 0;
create index refund_open on refund (requested_at) where state <> 'SUCCEEDED';
