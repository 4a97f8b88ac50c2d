-- The commercial desk's million: one desk of 200,000 requests over two years with 1,000,000 messages, and nine others beside it with a tenth of that, in a portal of their own (sales.localhost).
-- What is said is put together of 100,000 phrases, drawn from the words below, early ones far more often than late ones, and from 4,000 made-up names; the seed makes it the same every time. Written as a replica, as desk.sql is.
set session_replication_role = replica;
set work_mem = '256MB';
set maintenance_work_mem = '512MB';
select setseed(0.42);
create temp table at as select (nextval('halle_id') / 10000000 + 1) * 10000000 as id;
select setval('halle_id', (select id + 10000000 from at));
insert into portal (id, slug, name, tagline_fr, tagline_en, run_by_fr, run_by_en, operator_name, support_email, hosts, preset, commune)
values (3, 'sales', 'Gestion d''essai', 'Mesures', 'Figures', 'Halle', 'Halle', 'Halle', 'aide@sales.test', '{sales.localhost,sales}', 'MOUNTAIN', 'Banc');
insert into merchant (id, portal_id, slug, name, legal_name, email, phone, iban, iban_owner)
select id + m, 3, 'bureau-' || m, 'Bureau ' || m, 'Bureau ' || m || ' SARL', 'b' || m || '@sales.test', '0199000000', 'FR7630006000011234567890189', 'Bureau ' || m from at, generate_series(0, 9) m;
insert into shop (id, merchant_id, portal_id, slug, name, picture, street, postcode, city, phone)
select id + 100 + m, id + m, 3, 'bureau-' || m, 'Bureau ' || m, 'boutique-maree.svg', m || ' rue du Col', '73000', 'Banc', '0199000000' from at, generate_series(0, 9) m;
-- Twelve secretaries a desk, whose password is « bench ».
insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id, joined_at)
select id + 200 + m * 12 + s, 'secretaire-' || m || '-' || s || '@sales.test', 's' || m || s || '@sales.test', (array['Maud', 'Inès', 'Léa', 'Zoé', 'Chloé', 'Hélène', 'Anaïs', 'Jeanne', 'Noël', 'Rémi', 'Gaël', 'Paul'])[1 + s] || ' Bureau ' || m,
    '$argon2id$v=19$m=64,t=1,p=1$aGFsbGUtYmVuY2gtc2FsdA$00DWlY5vMIXHWiTy6qNA3ORS5WDLJ8Sdvky0kyi60y0', 'SECRETARY', 3, id + m, now() from at, generate_series(0, 9) m, generate_series(0, 11) s;
insert into sales_desk (id, portal_id, merchant_id) select id + m, 3, id + m from at, generate_series(0, 9) m;
insert into contact_object (id, desk_id, language, label, email, position)
select id + 400 + m * 10 + o, id + m, 'fr', (array['Demande d''informations', 'Cours collectifs', 'Cours particuliers', 'Hébergement', 'Location de matériel', 'Forfaits', 'Groupes', 'Séminaires', 'Réclamation', 'Presse'])[1 + o], 'o' || o || '@sales.test', o from at, generate_series(0, 9) m, generate_series(0, 9) o;
insert into sales_category (id, desk_id, code, label_fr, label_en, position)
select id + 500 + m * 12 + c, id + m, 'C' || c, 'Catégorie ' || c, 'Category ' || c, c from at, generate_series(0, 9) m, generate_series(0, 11) c;
insert into saved_answer (id, desk_id, language, title, body) select id + 700 + m * 10 + a, id + m, 'fr', 'Réponse ' || a, 'Nous vous remercions de votre intérêt.' from at, generate_series(0, 9) m, generate_series(0, 9) a;

create temp table phrase (no int primary key, words text);
with word as materialized (
select
    string_to_array('de la le et les des en un du une que est pour qui dans au plus par je avec tout faire son mais nous comme ou si leur y dire elle avant deux même prendre aussi celui donner bien où fois vous encore nouveau aller cela entre premier vouloir déjà grand mon ces certain trouver sans moins aucun autre savoir falloir voir quelque temps très jour venir pouvoir passer part toujours parler demander chose après contre quand mettre an monde devoir jamais rester pas depuis sous depuis notre votre merci bonjour cordialement semaine prix réserver réservation chalet appartement séjour arrivée départ personnes enfants adultes famille février mars décembre vacances scolaires ski cours leçon moniteur débutant confirmé matin après-midi heure groupe niveau étoile flocon ourson forfait remontées location matériel chaussures casque bâtons snowboard raquettes luge tarif devis acompte solde paiement carte virement chèque facture remboursement annulation assurance garantie disponibilité disponible complet libre confirmer confirmation possible souhaiter souhaiterions aimerions cherchons cherche chercher question renseignement information informations précision détail téléphone adresse courriel message réponse répondre rappeler attendre attente urgent rapidement bientôt demain hier lundi mardi mercredi jeudi vendredi samedi dimanche janvier avril mai juin juillet août septembre octobre novembre nuit nuits lit lits chambre chambres cuisine équipée balcon terrasse vue montagne vallée village station piste pistes pied centre calme lumineux spacieux cheminée sauna piscine parking garage ascenseur étage rez-de-chaussée animal animaux chien chat bébé chaise haute lit-parapluie poussette draps serviettes ménage linge clé clés accueil bureau horaire horaires ouverture fermeture navette gare aéroport train voiture route neige enneigement météo soleil froid chaud hiver été printemps automne saison anniversaire mariage séminaire entreprise collègues amis parents grands-parents école collège lycée classe élèves professeur accompagnateur handicap fauteuil accessible régime allergie végétarien repas petit-déjeuner dîner déjeuner restaurant fondue raclette tartiflette fromage traiteur livraison panier courses boulangerie pharmacie médecin blessure accident secours perdu trouvé gants lunettes objet oublié caution état lieux inventaire dégât fuite chauffage panne électricité internet wifi télévision réclamation déçu mécontent ravi enchanté magnifique superbe parfait excellent génial formidable regret dommage malheureusement impossible empêché reporter décaler prolonger raccourcir ajouter supprimer modifier changement erreur double doublon oubli relance pièce jointe document contrat signature conditions générales règlement intérieur taxe touristique hôtel gîte refuge randonnée escalade parapente tyrolienne patinoire bowling cinéma spectacle concert marché artisan tradition costume folklore guide cartographe boussole avalanche hélicoptère crampons piolet cordée glacier crevasse moraine sérac téléphérique funiculaire crémaillère télécabine gondole édelweiss gentiane marmotte chamois bouquetin aigle gypaète tétras-lyre hermine mélèze épicéa rhododendron myrtille génépi chartreuse', ' ') as common,
    (select array_agg((array['Mé', 'Bel', 'Châ', 'Gre', 'Lor', 'Pra', 'Tré', 'Val', 'Cour', 'Mont', 'Bra', 'Haut', 'Fré', 'Ven', 'Ro', 'Dô', 'Au', 'Cha', 'Né', 'Li'])[1 + k % 20]
        || (array['ribel', 'fort', 'lande', 'noble', 'cieux', 'gnan', 'vières', 'tour', 'chevel', 'mar', 'mans', 'ville', 'jus', 'dôme', 'che', 'lène', 'tran', 'mon', 'vache', 'zan'])[1 + k / 20 % 20]
        || (array['', 'ette', 'ac', 'y', 'ière', 'ens', 'ois', 'ange', 'ux', 'éon'])[1 + k / 400]) from generate_series(0, 3999) k) as names)
insert into phrase select p, said.words from word, generate_series(0, 99999) p,
    lateral (select string_agg(one, ' ') as words from (select case when random() < 0.07 then names[1 + floor(4000 * random() * random())::int] else common[1 + floor(array_length(common, 1) * random() ^ 3)::int] end as one from generate_series(1, 4 + p % 4)) drawn) said;
analyze phrase;

-- Who asks, and how far it came: three of twenty are dossiers, whose column follows from c.
create temp table asked as
select i, at.id, at.id + 1000000 + i as request, case when i % 11 = 0 then 1 + i / 11 % 9 else 0 end as m, i % 20 in (3, 11, 17) as dossier, i / 20 % 10 as c, (i::bigint * 7919) % 150000 as u,
    now() - (220000 - i) * interval '5 minutes' as opened, 20000 + i % 90000 as cents
from at, generate_series(1, 220000) i;
-- One to nine messages each, in the order they were written.
create temp table turn as
select *, row_number() over (order by said, i) as no from (select i, k, opened + (k - 1) * (6 + i % 30) * interval '1 hour' as said from asked, generate_series(1, 1 + i * 13 % 9) k) t where said <= now();
create temp table last as select i, max(said) filter (where k % 7 <> 0) as said, max(k) as k from turn group by i;
analyze asked; analyze turn; analyze last;

create temp table indexes as select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
where indrelid = any ('{sales_request,request_message,request_said,request_event,quote,quote_line}'::regclass[]) and not indisunique;
do $$ declare one text; begin for one in select name from indexes loop execute 'drop index ' || one; end loop; end $$;

insert into sales_request (id, desk_id, portal_id, merchant_id, token, token_hash, mail_key, source, language, object_id, object_label, category_id, chosen_category_id, first_name, last_name, email, phone, arrives_on, leaves_on, adults, children,
    assigned_to, opened_at, last_at, unread, acted_at, answered_at, due_on, prestations, quoted_cents, accepted_at, agreed_cents, paid_cents, done_at, archived_at, spam_at)
select request, a.id + m, 3, a.id + m, 'sales' || i, sha256(convert_to('sales' || i, 'UTF8')), substr(md5('sales' || i), 1, 26), (array['FORM', 'FORM', 'EMBEDDED', 'PHONE', 'MAIL'])[1 + i % 5], 'fr', o.id, o.label,
    a.id + 500 + m * 12 + i % 12, a.id + 500 + m * 12 + i % 12,
    (array['Inès', 'Léa', 'Zoé', 'Chloé', 'Hélène', 'Anaïs', 'Jeanne', 'Marie', 'Louise', 'Camille', 'Hugo', 'Jules', 'Rémi', 'Gaël', 'Noël', 'Paul', 'Louis', 'Adam', 'Tom', 'Élie'])[1 + u % 20],
    (array['Bel', 'Mar', 'Dur', 'Le G', 'Per', 'Mor', 'Fau', 'Gar', 'Ber', 'Rou', 'Vin', 'Cha', 'Bou', 'Del', 'Fon', 'Gir', 'Hér', 'Jac', 'Lam', 'Mil', 'Nav', 'Oli', 'Pic', 'Qué', 'Ren', 'San', 'Thi', 'Urb', 'Val', 'Web', 'Yve', 'Zim', 'Ach', 'Bri', 'Cor', 'Duf', 'Esp', 'Fer', 'Gou', 'Hum'])[1 + (u / 20) % 40]
        || (array['anger', 'tin', 'and', 'off', 'rier', 'eau', 'cher', 'nier', 'ger', 'ssel', 'cent', 'pentier', 'vier', 'aunay', 'taine', 'ard', 'ault', 'quet', 'bert', 'let', 'arre', 'vier', 'ard', 'rel', 'aud', 'son', 'baut', 'ain', 'lier', 'er', 'tin', 'mer', 'ard', 'and', 'dier', 'our', 'inasse', 'rand', 'din', 'bert'])[1 + (u / 800) % 40],
    'c' || u || '.' || substr(md5(u::text), 1, 6) || '@example.test', '+336' || lpad((u * 66643 % 100000000)::text, 8, '0'),
    opened::date + 40, opened::date + 47, 2, i % 4, case when i % 4 > 0 then a.id + 200 + m * 12 + i % 12 end, opened, l.said,
    case when i > 219000 and l.k % 2 = 1 or i % 89 = 0 then 1 + i % 2 else 0 end, acted, acted, case when dossier then opened::date + 20 end, case when dossier then 1 + i % 3 else 0 end, case when dossier then cents else 0 end,
    accepted, case when accepted is null then 0 else cents end, case when accepted is null or c = 5 then 0 when c = 6 then cents * 3 / 10 else cents end, case when dossier and c > 7 then l.said end,
    case when i < 210000 and i % 89 > 0 and (dossier and c < 3 or not dossier and i % 10 < 7) then l.said end, case when i % 50 = 0 then l.said end
from asked a join last l using (i) join contact_object o on o.id = a.id + 400 + m * 10 + i * 7 % 10,
    lateral (select case when l.k > 1 and i % 140 <> 3 then opened + interval '5 hours' end as acted, case when dossier and c > 4 then l.said end as accepted) f;

insert into request_message (id, request_id, desk_id, side, author_id, author, body, at, source, read_at)
select id + 2000000 + no, request, id + m, case when k % 7 = 0 then 'NOTE' when k % 2 = 1 then 'CUSTOMER' else 'DESK' end, case when k % 2 = 0 or k % 7 = 0 then id + 200 + m * 12 + i % 12 end, case when k % 2 = 0 or k % 7 = 0 then 'Maud' else 'Client' end,
    case when i % 4999 = 0 and k = 1 then 'Chrysobéryls. ' else '' end || said.words, t.said, case when k % 2 = 0 or k % 7 = 0 then 'DESK' else 'FORM' end, case when k % 2 = 1 and i < 219000 then t.said end
from (select * from turn t join asked a using (i) order by no) t,
    lateral (select string_agg(p.words, ' ' order by g) as words from generate_series(1, 4 + (i * 31 + k * 17) % 5) g join phrase p on p.no = abs(hashint8(t.no * 16 + g)::bigint) % 100000) said;

insert into request_said (request_id, desk_id, last_at, words, open) select r.id, r.desk_id, r.last_at, to_tsvector('french_folded', string_agg(m.body, E'\n' order by m.id)), r.archived_at is null and r.spam_at is null from sales_request r join request_message m on m.request_id = r.id where r.portal_id = 3 group by r.id order by r.id;

insert into request_event (id, request_id, at, actor_kind, actor_name, kind, detail)
select a.id + 4000000 + i * 3 + k, request, opened, 'CUSTOMER', 'Client', (array['OPENED', 'ACKNOWLEDGED', 'READ'])[k], '' from asked a, generate_series(1, 3) k order by i;

-- One quote a dossier; of every third an older one, that was voided.
create temp table offered as
select a.*, n, case when n = 0 then 'VOIDED' else (array['DECLINED', 'EXPIRED', 'VOIDED', 'DRAFT', 'SENT'])[least(c, 5) + 1] end as state, a.id + 5000000 + i * 2 + n as quote, said from asked a join last using (i), generate_series(0, 1) n where dossier and (n = 1 or i % 3 = 0);
update offered set state = 'ACCEPTED' where state is null;
insert into cart (id, portal_id, language, created_at, touched_at, state) select md5('sales' || quote)::uuid, 3, 'fr', said, said, 'ORDERED' from offered where state = 'ACCEPTED';
insert into quote (id, request_id, desk_id, portal_id, no, state, language, first_name, last_name, email, valid_until, token, token_hash, frozen, frozen_sha256, total_cents, due_now_cents, created_at, created_by, sent_at, accepted_at, accepted_from, agreed_cents, picked, cart_id, ended_at)
select quote, request, id + m, 3, case when i % 3 = 0 then n + 1 else 1 end, state, 'fr', 'Inès', 'Morel', 'c@example.test', current_date + 365, 'quote' || quote, sha256(convert_to('quote' || quote, 'UTF8')),
    case when state <> 'DRAFT' then '{}'::jsonb end, case when state <> 'DRAFT' then '' end, cents, cents * 3 / 10, opened, 'Maud', case when state <> 'DRAFT' then said end,
    case when state = 'ACCEPTED' then said end, case when state = 'ACCEPTED' then '127.0.0.1' end, case when state = 'ACCEPTED' then cents end, case when state = 'ACCEPTED' then array[quote] end, case when state = 'ACCEPTED' then md5('sales' || quote)::uuid end,
    case when state in ('VOIDED', 'EXPIRED', 'DECLINED') then said end
from offered order by quote;
insert into quote_line (id, quote_id, position, source, merchant_id, shop_id, kind, name, total_cents, line)
select quote, quote, 1, 'FREE', id + m, id + 100 + m, 'GOODS', 'Séjour au chalet', cents, jsonb_build_object('no', 1, 'kind', 'GOODS', 'name', 'Séjour au chalet', 'family', '', 'seller', 'Bureau ' || m, 'variant', '', 'unitText', 'pièce', 'quantity', 1, 'byWeight', false,
    'unitCents', cents, 'totalCents', cents, 'vatBp', 1000, 'taxCents', 0, 'dueNowCents', cents, 'withdrawal', 'LEGAL', 'detail', '{}'::jsonb, 'picture', 'huitres.svg', 'claims', '[]'::jsonb)
from offered order by quote;

do $$ declare one text; begin for one in select definition from indexes loop execute one; end loop; end $$;
set session_replication_role = origin;
reset work_mem; reset maintenance_work_mem;
