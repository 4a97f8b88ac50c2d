package fr.halle.whole;

/**
 * A request at a merchant's desk, written straight into the database: with a message of the customer's, an answer, a note and a file.
 *
 * @param token opens the customer's page
 */
record AskedDesk(String request, String file, String token) {

    static AskedDesk at(RunningShop shop, String portal, String merchant, String lastName, String email) {
        String desk =
                "select d.id from sales_desk d join merchant m on m.id = d.merchant_id join portal p on p.id = m.portal_id where p.slug = '"
                        + portal + "' and m.slug = '" + merchant + "'";
        shop.update(
                "insert into sales_desk (id, portal_id, merchant_id) select nextval('halle_id'), m.portal_id, m.id from merchant m"
                        + " join portal p on p.id = m.portal_id where p.slug = '" + portal + "' and m.slug = '"
                        + merchant
                        + "' on conflict do nothing");
        String id = shop.text("select nextval('halle_id')");
        String message = shop.text("select nextval('halle_id')");
        String file = shop.text("select nextval('halle_id')");
        String token = "token-of-" + id;
        shop.update(
                "insert into sales_request (id, desk_id, portal_id, merchant_id, token, token_hash, mail_key, source, language, last_name, email,"
                        + " opened_at, last_at, unread) select " + id + ", d.id, d.portal_id, d.merchant_id, '" + token
                        + "', sha256('" + token
                        + "'::bytea), 'key" + id + "', 'FORM', 'fr', '" + lastName + "', '" + email
                        + "', now(), now(), 1 from sales_desk d where d.id = (" + desk + ")");
        shop.update("insert into request_message (id, request_id, desk_id, side, author, body, at, source) select "
                + message
                + ", r.id, r.desk_id, 'CUSTOMER', '" + lastName + "', 'Bonjour de " + lastName
                + "', now(), 'FORM' from sales_request r where r.id = " + id);
        shop.update(
                "insert into request_file (id, request_id, message_id, name, media_type, bytes, sha256, content) values ("
                        + file + ", " + id + ", " + message + ", 'plan-" + lastName
                        + ".txt', 'text/plain', 2, 'x', 'ok'::bytea)");
        return new AskedDesk(id, file, token);
    }
}
