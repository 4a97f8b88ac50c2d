-- An imported number is a part's (order_alias, K15); the order's own column for it was never written.
alter table customer_order drop column alias;

-- The longest search that its fields allow, written as an address, is longer than a thousand characters.
alter table saved_filter drop constraint saved_filter_query_check, add check (length(query) <= 4000);
