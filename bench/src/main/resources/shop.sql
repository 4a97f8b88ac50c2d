-- What the bench sells: 20 merchants with 10 products each, enough of everything, in a portal of their own (bench.localhost). Ids are below those that the application hands out.
insert into portal (id, slug, name, tagline_fr, tagline_en, run_by_fr, run_by_en, operator_name, support_email, hosts, preset, commune)
values (1, 'bench', 'Banc d''essai', 'Mesures', 'Figures', 'Halle', 'Halle', 'Halle', 'aide@bench.test', '{bench.localhost,bench}', 'TOWN_ORDERS', 'Banc');
insert into merchant (id, portal_id, slug, name, legal_name, email, phone, mobile, sms_opt_in, iban, iban_owner)
select 100 + m, 1, 'marchand-' || m, 'Marchand ' || m, 'Marchand ' || m || ' SARL', 'm' || m || '@bench.test', '0199000000', '+33639980000', true, 'FR7630006000011234567890189', 'Marchand ' || m from generate_series(0, 19) m;
insert into shop (id, merchant_id, portal_id, slug, name, tagline_fr, tagline_en, picture, street, postcode, city, phone, pickup, delivery, delivery_fee_cents)
select 200 + m, 100 + m, 1, 'boutique-' || m, 'Boutique ' || m, 'De bonnes choses', 'Good things', 'boutique-maree.svg', m || ' rue du Port', '14390', 'Banc', '0199000000', true, true, 0 from generate_series(0, 19) m;
insert into opening_hours (shop_id, weekday, opens, closes) select 200 + m, d, time '09:00', time '19:00' from generate_series(0, 19) m, generate_series(1, 7) d;
insert into terms_version (id, portal_id, merchant_id, language, version, body, sha256, published_at)
select 300 + row_number() over (), 1, m, l, 1, b, encode(sha256(convert_to(b, 'UTF8')), 'hex'), now() - interval '30 days'
from (select case when m = 0 then null else 99 + m end as m, l, 'Conditions de vente ' || m || ' ' || l as b from generate_series(0, 20) m, (values ('fr'), ('en')) x(l)) t;
insert into category (id, portal_id, slug, name_fr, name_en, position, picture) select 400 + c, 1, 'rayon-' || c, 'Rayon ' || c, 'Aisle ' || c, c, 'huitres.svg' from generate_series(0, 4) c;
insert into product (id, portal_id, shop_id, category_id, kind, slug, name_fr, name_en, summary_fr, summary_en, about_fr, about_en, unit_fr, unit_en, picture, from_cents, vat_bp, collected, withdrawal, position)
select 500 + p, 1, 200 + p / 10, 400 + p % 5, 'GOODS', 'produit-' || p, 'Produit du banc n° ' || p, 'Bench product no. ' || p, 'Un produit honnête', 'An honest product', 'Fait ici, vendu ici, en quantité.', 'Made here, sold here, plenty of it.', '3 unités', '3 units', 'huitres.svg', 1000 + p * 37 % 5000, 550, true, 'LEGAL', p
from generate_series(0, 199) p;
insert into product_variant (id, product_id, code, label_fr, label_en, price_cents) select 700 + p, 500 + p, 'unique', 'À l''unité', 'Each', 1000 + p * 37 % 5000 from generate_series(0, 199) p;
insert into capacity (id, product_id, variant_id, total) select -1 - p, 500 + p, 700 + p, 1000000000 from generate_series(0, 199) p;
analyze;
