-- Tables that an order only adds to, and that are found by key: their statistics do not change with a tenth more rows, which is every minute of a busy day. With half as many more they are looked at again.
do $$
declare
    growing text;
begin
    foreach growing in array array['cart', 'cart_line', 'cart_part', 'checkout', 'capacity_claim', 'customer_order', 'merchant_order', 'order_line',
        'order_move', 'terms_acceptance', 'payment', 'payment_move', 'payment_share', 'journal_entry', 'posting', 'notification'] loop
        execute format('alter table %I set (autovacuum_analyze_scale_factor = 0.5)', growing);
    end loop;
end $$;
