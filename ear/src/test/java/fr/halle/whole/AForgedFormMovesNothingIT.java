package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** K28: a form of one's own, with another's number written into it. */
class AForgedFormMovesNothingIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final Foreign FOREIGN = Foreign.shared();

    private final SignedIn stranger = SignedIn.as(SHOP, "ville", "carpe-diem@ville.demo");

    @Test
    void noPart() {
        Map<String, String> move = SignedIn.form(stranger.get("/pro/orders/view?number=" + FOREIGN.ownPart()), "moves");
        move.put("number", FOREIGN.part());
        move.put("move", "PROCESS");
        assertThat(FOREIGN.faults("move", "{part}", stranger.post("/pro/orders/view", move)))
                .isEmpty();
        assertThat(FOREIGN.faults(
                        "many",
                        "{part}",
                        stranger.post("/pro/orders/many", Map.of("part", FOREIGN.part() + ":0", "move", "PROCESS"))))
                .isEmpty();
        Map<String, String> next = SignedIn.form(stranger.get("/pro"), "out");
        next.put("move", FOREIGN.part() + ":0:PROCESS");
        assertThat(FOREIGN.faults("next", "{part}", stranger.post("/pro", next)))
                .isEmpty();
        assertThat(FOREIGN.unmoved()).isZero();
    }

    @Test
    void noLineOfAPart() {
        Map<String, String> cancel = SignedIn.form(stranger.get("/pro/orders/cancel?number=" + FOREIGN.ownPart()), "c");
        cancel.put("number", FOREIGN.part());
        cancel.put("c:reason", "UNAVAILABLE");
        cancel.put("c:go", "");
        assertThat(FOREIGN.faults("cancel", "{part}", stranger.post("/pro/orders/cancel", cancel)))
                .isEmpty();
        String line =
                Foreign.id("select min(l.id) from order_line l join merchant_order p on p.id = l.merchant_order_id"
                        + " where p.number = '" + FOREIGN.part() + "'");
        cancel.put("line", line);
        assertThat(FOREIGN.faults("cancel a line", "{part}", stranger.post("/pro/orders/cancel", cancel)))
                .isEmpty();
        cancel.put("number", FOREIGN.ownPart());
        assertThat(FOREIGN.faults(
                        "another's line of its own part", "{part}", stranger.post("/pro/orders/cancel", cancel)))
                .isEmpty();
        assertThat(SHOP.number("select count(*) from order_line where state <> 'CONFIRMED' and id = " + line))
                .isZero();
        assertThat(FOREIGN.unmoved()).isZero();
    }

    @Test
    void noMailLeavesAgain() {
        Await.until(
                Duration.ofSeconds(30),
                "the mail has left",
                () -> SHOP.number("select count(*) from notification where state = 'SENT' and id = "
                                + FOREIGN.of("message"))
                        == 1);
        Map<String, String> resend = Map.of("id", FOREIGN.of("message"));
        long mails = SHOP.number("select sum(attempts) from notification where id = " + FOREIGN.of("message"));
        for (String what : List.of("mails", "recap")) {
            assertThat(stranger.post("/pro/part-resend", Map.of("id", FOREIGN.of("partId"), "what", what))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(stranger.post("/pro/message-resend", resend).status()).isEqualTo(404);
        assertThat(SHOP.number("select sum(attempts) from notification where id = " + FOREIGN.of("message")))
                .isEqualTo(mails);
    }

    @Test
    void noTokenIsRevoked() {
        SignedIn.as(SHOP, "ville", "huitriere@ville.demo").token();
        String theirs = Foreign.id("select max(t.id) from api_token t join user_account u on u.id = t.user_id"
                + " where u.login = 'huitriere@ville.demo' and t.revoked_at is null");
        Map<String, String> revoke = SignedIn.form(stranger.get("/pro/profile"), "k");
        revoke.put("revoke", theirs);
        assertThat(stranger.post("/pro/profile", revoke).status()).isLessThan(500);
        assertThat(SHOP.number("select count(*) from api_token where id = " + theirs + " and revoked_at is null"))
                .as("another's token still works")
                .isEqualTo(1);
    }

    /** S01–S28: another desk's request is no request, by whatever form. */
    @Test
    void nothingIsSaidInAnothersConversation() {
        String id = FOREIGN.of("request");
        String before = conversation(id);
        Map.of(
                        "say", Map.of("text", "forged", "as", "note"),
                        "filing", Map.of("do", "archive"),
                        "dossier", Map.of("version", "0"),
                        "answers", Map.of("title", "x", "text", "forged"),
                        "presence", Map.of("text", "forged"))
                .forEach((page, fields) -> isUnknown(page, id, fields));
        isUnknown("say", id, Map.of("text", "forged", "as", "answer"));
        assertThat(conversation(id)).isEqualTo(before);
        SignedIn own = SignedIn.as(SHOP, "ville", "huitriere@ville.demo");
        assertThat(own.get("/pro/sales/request?id=" + id).body()).contains(Foreign.NAME, Foreign.EMAIL);
        assertThat(own.get("/pro/sales/file?id=" + FOREIGN.of("file")).header("content-disposition"))
                .startsWith("attachment");
    }

    /** The link of a portal's conversation is that portal's: under another's name it opens, saves and takes nothing. */
    @Test
    void nothingIsReadOrSaidUnderAnotherPortalsName() {
        AskedDesk asked = AskedDesk.at(SHOP, "montagne", "ecole", "Ailleurs", "ailleurs@example.org");
        String before = conversation(asked.request());
        String token = "?token=" + asked.token();
        String file = "/conversation/file" + token + "&id=" + asked.file();
        Http town = Http.of(SHOP, "ville");
        assertThat(town.get("/conversation" + token).status()).isEqualTo(404);
        assertThat(town.get(file).status()).isEqualTo(404);
        assertThat(town.ask(
                                "POST",
                                "/conversation/say",
                                "text=forged&token=" + asked.token(),
                                "Origin: http://" + SHOP.host("ville"),
                                "Content-Type: application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(404);
        assertThat(conversation(asked.request())).isEqualTo(before);
        assertThat(Http.of(SHOP, "montagne").get(file).status()).isEqualTo(200);
    }

    private void isUnknown(String page, String id, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("id", id);
        assertThat(stranger.post("/pro/sales/" + page, form).status()).as(page).isEqualTo(404);
    }

    private static String conversation(String id) {
        return SHOP.text("select concat_ws('|', (select count(*) from request_message where request_id = r.id),"
                + " (select count(*) from request_event where request_id = r.id), (select count(*) from request_draft where request_id = r.id),"
                + " (select count(*) from saved_answer where body = 'forged'), r.version, r.archived_at) from sales_request r where id = "
                + id);
    }
}
