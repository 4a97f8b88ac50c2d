-- The order desk's million: 200 merchants in a portal of their own (desk.localhost), 500,000 orders of two parts each over two years, one line a part, 300,000 customers.
-- Ids and order numbers are taken from the application's own sequences, so that it goes on after them. Written as a replica: what is consistent by construction is not checked row by row.
set session_replication_role = replica;
create temp table at as select (nextval('halle_id') / 10000000 + 1) * 10000000 as id, nextval('order_number') as no;
select setval('halle_id', (select id + 10000000 from at)), setval('order_number', (select no + 500000 from at));
insert into portal (id, slug, name, tagline_fr, tagline_en, run_by_fr, run_by_en, operator_name, support_email, hosts, preset, commune)
values (2, 'desk', 'Guichet d''essai', 'Mesures', 'Figures', 'Halle', 'Halle', 'Halle', 'aide@desk.test', '{desk.localhost,desk}', 'TOWN_ORDERS', 'Banc');
insert into merchant (id, portal_id, slug, name, legal_name, email, phone, iban, iban_owner)
select id + m, 2, 'guichet-' || m, 'Guichet ' || m, 'Guichet ' || m || ' SARL', 'g' || m || '@desk.test', '0199000000', 'FR7630006000011234567890189', 'Guichet ' || m from at, generate_series(0, 199) m;
insert into shop (id, merchant_id, portal_id, slug, name, tagline_fr, tagline_en, picture, street, postcode, city, phone, pickup, delivery)
select id + 1000 + m, id + m, 2, 'guichet-' || m, 'Guichet ' || m, 'De bonnes choses', 'Good things', 'boutique-maree.svg', m || ' rue du Port', '14390', 'Banc', '0199000000', true, true from at, generate_series(0, 199) m;
insert into category (id, portal_id, slug, name_fr, name_en, position, picture) select id, 2, 'guichet', 'Guichet', 'Desk', 0, 'huitres.svg' from at;
insert into product (id, portal_id, shop_id, category_id, kind, slug, name_fr, name_en, summary_fr, summary_en, about_fr, about_en, unit_fr, unit_en, picture, from_cents, vat_bp, collected, withdrawal, position)
select id + m, 2, id + 1000 + m, id, 'GOODS', 'guichet-' || m, 'Panier ' || m, 'Hamper ' || m, 'Un produit honnête', 'An honest product', 'Fait ici.', 'Made here.', 'pièce', 'piece', 'huitres.svg', 2000, 550, true, 'LEGAL', m from at, generate_series(0, 199) m;
insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id)
select id + m, 'guichet-' || m || '@desk.test', 'g' || m || '@desk.test', 'Guichet ' || m, '', 'OWNER', 2, id + m from at, generate_series(0, 199) m;
insert into api_token (id, token_hash, user_id, label, created_at, expires_at)
select id + m, sha256(convert_to('halle_desk-' || m, 'UTF8')), id + m, 'bench', now(), now() + interval '10 years' from at, generate_series(0, 199) m;

-- Who bought: a customer buys about twice, and some two hundred share a family name.
create temp table bought as
select i, at.id, at.no + i as no, now() - (500000 - i) * interval '2 minutes' as placed, (i::bigint * 7919) % 300000 as u, (i::bigint * 104729) % 200 as m1, ((i::bigint * 104729) % 200 + 1 + i % 199) % 200 as m2
from at, generate_series(1, 500000) i;
create temp table customer as
select u, 'c' || u || '.' || substr(md5(u::text), 1, 6) || '@example.test' as email,
    (array['Inès', 'Léa', 'Zoé', 'Chloé', 'Hélène', 'Anaïs', 'Jeanne', 'Marie', 'Louise', 'Camille', 'Hugo', 'Jules', 'Rémi', 'Gaël', 'Noël', 'Paul', 'Louis', 'Adam', 'Tom', 'Élie'])[1 + u % 20] as first_name,
    (array['Bel', 'Mar', 'Dur', 'Le G', 'Per', 'Mor', 'Fau', 'Gar', 'Ber', 'Rou', 'Vin', 'Cha', 'Bou', 'Del', 'Fon', 'Gir', 'Hér', 'Jac', 'Lam', 'Mil', 'Nav', 'Oli', 'Pic', 'Qué', 'Ren', 'San', 'Thi', 'Urb', 'Val', 'Web', 'Yve', 'Zim', 'Ach', 'Bri', 'Cor', 'Duf', 'Esp', 'Fer', 'Gou', 'Hum'])[1 + (u / 20) % 40]
        || (array['anger', 'tin', 'and', 'off', 'rier', 'eau', 'cher', 'nier', 'ger', 'ssel', 'cent', 'pentier', 'vier', 'aunay', 'taine', 'ard', 'ault', 'quet', 'bert', 'let', 'arre', 'vier', 'ard', 'rel', 'aud', 'son', 'baut', 'ain', 'lier', 'er', 'tin', 'mer', 'ard', 'and', 'dier', 'our', 'inasse', 'rand', 'din', 'bert'])[1 + (u / 800) % 40] as last_name
from generate_series(0, 299999) u;
insert into cart (id, portal_id, language, created_at, touched_at, state) select md5('desk' || i)::uuid, 2, 'fr', placed, placed, 'ORDERED' from bought;
insert into checkout (id, portal_id, cart_id, idempotency_key, request_sha256, order_no, token_hash, token, state, draft, total_cents, due_now_cents, created_at, expires_at, ended_at)
select id + 1000000 + i, 2, md5('desk' || i)::uuid, 'desk', '', no, sha256(convert_to('desk' || i, 'UTF8')), 'desk' || i, 'PLACED', '{}', 4000 + i % 4000 * 2, 4000 + i % 4000 * 2, placed, placed, placed from bought;
insert into customer_order (id, order_no, portal_id, checkout_id, token_hash, token, language, placed_at, first_name, last_name, email, phone, street, postcode, city, total_cents, paid_now_cents, settings)
select id + 2000000 + i, no, 2, id + 1000000 + i, sha256(convert_to('desk' || i, 'UTF8')), 'desk' || i, 'fr', placed, first_name, last_name, email, '+33612345678', '1 rue du Port', '14390', 'Banc', 4000 + i % 4000 * 2, 4000 + i % 4000 * 2, '{"preset": "TOWN_ORDERS", "accept.remind_hours": "0", "accept.escalate_hours": "0", "accept.cancel_hours": "0"}'
from bought join customer using (u) order by i;
create temp table part as
select b.*, k, case k when 1 then m1 else m2 end as m, id + 3000000 + 2 * i + k - 1 as part_id, 2000 + i % 4000 as cents,
    case when i % 10 = 0 or i > 490000 then 'RECORDED' when i % 97 = 0 then 'CANCELLED' else 'COMPLETED' end as state
from bought b, generate_series(1, 2) k;
insert into merchant_order (id, order_id, position, number, portal_id, merchant_id, shop_id, state, mode, lines_cents, total_cents, service_date, placed_at, moved_at, completed_at, buyer)
select part_id, id + 2000000 + i, k, 'EP-' || lpad(no::text, greatest(5, length(no::text)), '0') || '-00' || k, 2, id + m, id + 1000 + m, state, case when (i + k) % 3 = 0 then 'DELIVERY' else 'PICKUP' end, cents, cents,
    (placed + i % 20 * interval '1 day')::date, placed, placed, case state when 'COMPLETED' then placed end, fold(email || ' ' || first_name || ' ' || last_name)
from part join customer using (u) order by part_id;
insert into order_line (id, merchant_order_id, line_no, product_id, kind, name, family, seller, unit_text, quantity, unit_cents, total_cents, vat_bp, tax_cents, due_now_cents, withdrawal, picture, state)
select part_id, part_id, k, id + m, 'GOODS', 'Panier ' || m, 'Guichet', 'Guichet ' || m, 'pièce', 1, cents, cents, 550, 0, cents, 'LEGAL', 'huitres.svg', case state when 'CANCELLED' then 'CANCELLED' else 'CONFIRMED' end from part order by part_id;
insert into order_move (id, merchant_order_id, transition, to_state, actor_kind, actor_name, at) select part_id, part_id, 'PLACE', 'RECORDED', 'CUSTOMER', 'customer', placed from part order by part_id;
insert into payment (id, purpose, portal_id, checkout_id, order_id, amount_cents, state, method, idempotency_key, created_at, authorised_at, captured_at, expires_at)
select id + 6000000 + i, 'ORDER', 2, id + 1000000 + i, id + 2000000 + i, 4000 + i % 4000 * 2, 'CAPTURED', 'INSTANT', md5('pay' || i)::uuid, placed, placed, placed, placed from bought;
insert into payment_share (id, payment_id, merchant_order_id, merchant_id, gross_cents, fee_cents, tax_cents, transfer_key)
select part_id, id + 6000000 + i, part_id, id + m, cents, 83, 0, md5('share' || part_id)::uuid from part order by part_id;
set session_replication_role = origin;
