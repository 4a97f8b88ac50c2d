-- The operator's first page over a million parts (docs/performance.md). What it sums of the parts under way stands in the index that
-- finds them: read in the table, 118,000 parts were 25,000 pages.
create index merchant_order_under_way on merchant_order (merchant_id, state, id desc) include (total_cents, cancelled_cents, placed_at, slot_end, service_date);
drop index merchant_order_merchant_id_state_id_idx;
-- Orders and payments are written in the order of time: a summary of each stretch of the table finds a day or a month, and costs a
-- write next to nothing, where an entry for each row would cost every purchase.
create index customer_order_placed on customer_order using brin (placed_at) with (autosummarize = on);
create index payment_authorised on payment using brin (authorised_at) with (autosummarize = on);
create index payment_unknown on payment (id) where state = 'UNKNOWN';
