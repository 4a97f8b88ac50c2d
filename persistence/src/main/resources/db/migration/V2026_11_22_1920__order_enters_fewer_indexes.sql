-- What is only ever found by what it belongs to is kept by that: one index entry per row where there were two.
alter table order_move drop constraint order_move_pkey;
alter table order_move add primary key (merchant_order_id, id);
drop index order_move_merchant_order_id_id_idx;
alter table payment_move drop constraint payment_move_pkey;
alter table payment_move add primary key (payment_id, id);
drop index payment_move_payment_id_id_idx;
alter table terms_acceptance drop constraint terms_acceptance_pkey;
alter table terms_acceptance add primary key (order_id, id);
drop index terms_acceptance_order_id_idx;
alter table cart_line drop constraint cart_line_pkey;
alter table cart_line add primary key (cart_id, id);
drop index cart_line_cart_id_idx;
alter table posting drop constraint posting_pkey;
alter table posting add primary key (entry_id, id);
drop index posting_entry_id_idx;

-- A message about a part is about its order too, and found by that. Each message enters every index twice: when it is queued, and sent.
drop index notification_merchant_order_id_idx;

-- Statistics of what nobody filters by: tables that grow are looked at every few minutes, and most of that time went to these columns.
alter table cart_line alter starts_at set statistics 0, alter size set statistics 0, alter adults set statistics 0, alter children set statistics 0,
    alter choice set statistics 0, alter added_at set statistics 0, alter quantity set statistics 0;
alter table cart_part alter street set statistics 0, alter postcode set statistics 0, alter city set statistics 0, alter note set statistics 0, alter mode set statistics 0;
alter table checkout alter draft set statistics 0, alter token set statistics 0, alter token_hash set statistics 0, alter request_sha256 set statistics 0,
    alter total_cents set statistics 0, alter due_now_cents set statistics 0;
alter table customer_order alter token set statistics 0, alter token_hash set statistics 0, alter settings set statistics 0, alter phone set statistics 0,
    alter street set statistics 0, alter postcode set statistics 0, alter city set statistics 0, alter country set statistics 0;
alter table merchant_order alter street set statistics 0, alter postcode set statistics 0, alter city set statistics 0, alter note set statistics 0,
    alter lines_cents set statistics 0, alter shipping_cents set statistics 0, alter version set statistics 0, alter cancel_reason set statistics 0,
    alter error_cause set statistics 0;
alter table order_line alter name set statistics 0, alter seller set statistics 0, alter variant set statistics 0, alter unit_text set statistics 0,
    alter unit_cents set statistics 0, alter vat_bp set statistics 0, alter tax_cents set statistics 0, alter withdrawal set statistics 0, alter picture set statistics 0,
    alter detail set statistics 0, alter size set statistics 0, alter adults set statistics 0, alter children set statistics 0;
alter table order_move alter actor_name set statistics 0, alter reason set statistics 0;
alter table terms_acceptance alter sha256 set statistics 0, alter address set statistics 0;
alter table payment alter return_url set statistics 0, alter redirect_url set statistics 0, alter result_code set statistics 0, alter result_text set statistics 0,
    alter three_ds set statistics 0, alter version set statistics 0, alter checks set statistics 0;
alter table payment_move alter detail set statistics 0;
alter table notification alter data set statistics 0, alter letter set statistics 0, alter html set statistics 0, alter text set statistics 0, alter sender set statistics 0,
    alter reply_to set statistics 0, alter last_error set statistics 0, alter attempts set statistics 0;

-- The largest table, with a letter in each row: a third of the usual sample says as much about it.
do $$
declare
    kept text;
begin
    for kept in select attname from pg_attribute where attrelid = 'notification'::regclass and attnum > 0 and not attisdropped and attstattarget <> 0 loop
        execute format('alter table notification alter %I set statistics 30', kept);
    end loop;
end $$;
