-- A merchant finds its parts by a piece of the buyer's name or address (M11) in one index, no row read: folded, written once with the part.
alter table merchant_order add column buyer text;
update merchant_order p set buyer = fold(o.email || ' ' || o.first_name || ' ' || o.last_name) from customer_order o where o.id = p.order_id;
alter table merchant_order alter column buyer set not null;
create index merchant_order_of_merchant on merchant_order (merchant_id, id desc) include (buyer);
drop index merchant_order_merchant_id_id_idx;
