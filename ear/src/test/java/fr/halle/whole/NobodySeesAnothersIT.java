package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.ApiCustomer.Ordered;
import fr.halle.whole.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * K28: every page and every operation of the API, asked for another's order, part, mail, basket and token by everybody whom it does
 * not concern, shows no name, no figure and no fault, and changes nothing. A new page or operation must be taught here how it is
 * asked.
 */
class NobodySeesAnothersIT {

    private static final String NAME = "Quernevez" + Long.toString(System.nanoTime(), 36);
    private static final String EMAIL = NAME.toLowerCase(java.util.Locale.ROOT) + "@example.org";

    /** What each page and servlet is asked with, besides nothing at all. Braces are filled in from the foreign order. */
    private static final Map<String, List<String>> ASKED = new LinkedHashMap<>();

    /** The demo's outbox is everybody's by design, and there only in the demo. */
    private static final Set<String> EVERYBODYS = Set.of("/demo/messages", "/demo/mail-body");

    static {
        for (String open : List.of(
                "/basket",
                "/category",
                "/checkout",
                "/choice",
                "/failure",
                "/forbidden",
                "/help",
                "/contact",
                "/contact/frame",
                "/contact/embed.js",
                "/pro/help",
                "/index",
                "/not-found",
                "/product",
                "/search",
                "/shop",
                "/shops",
                "/terms",
                "/pro/sign-in",
                "/pro/forgotten",
                "/refused",
                "/too-many",
                "/theme/accent.css")) {
            ASKED.put(open, List.of("?q={name}", "/{order}?token={token}", "?id={partId}&number={part}"));
        }
        ASKED.put(
                "/order",
                List.of("/{order}", "/{order}?token=", "/{order}?token={otherToken}", "/{part}?token={otherToken}"));
        ASKED.put(
                "/order-receipt",
                List.of("/{order}", "/{order}?token={otherToken}", "/{order}?token={otherToken}&part={part}"));
        ASKED.put(
                "/order-code",
                List.of("?part={part}", "?part={part}&token={otherToken}", "?part={order}&token={otherToken}&as=png"));
        ASKED.put("/balance", List.of("?token={otherToken}", "?token={token}"));
        for (String ofCustomer : List.of("/quote", "/quote/paper")) {
            ASKED.put(ofCustomer, List.of("?token={otherToken}", "?token={token}", "?token={request}"));
        }
        ASKED.put("/track", List.of("?number={order}&email={email}"));
        ASKED.put("/demo/messages", List.of("?id={message}"));
        ASKED.put("/demo/mail-body", List.of("?id={message}"));
        ASKED.put("/payment/return", List.of("?ref={partId}", "?ref=" + UUID.randomUUID()));
        ASKED.put("/payment/notice/*", List.of("/../x?EventType=PAYIN_NORMAL_SUCCEEDED&RessourceId={partId}"));
        List<String> part = List.of("?number={part}", "?id={partId}", "?number={order}", "?number={part}&done=PROCESS");
        ASKED.put("/pro/orders/view", part);
        ASKED.put("/pro/orders/cancel", part);
        ASKED.put("/pro/orders/refund", part);
        ASKED.put("/pro/orders/replace", part);
        ASKED.put("/pro/orders/pdf", part);
        ASKED.put("/pro/orders/many", List.of("?part={part}:0&move=PROCESS", "?part={part}&move=CANCEL"));
        ASKED.put("/pro/orders/list", List.of("?q={part}", "?q={order}", "?q={name}", "?q={email}", "?state=OPEN"));
        ASKED.put(
                "/pro/orders/calendar",
                List.of("?month={month}", "?month={month}&by=service", "?month={part}", "?q={name}"));
        ASKED.put("/pro/orders/week", List.of("?from={day}", "?from={part}", "?number={part}"));
        ASKED.put("/pro/orders/round", List.of("?day={day}", "?day={part}", "?number={part}"));
        ASKED.put(
                "/pro/orders/customer",
                List.of("?q={name}", "?q={email}", "?q={name}&email={email}", "?email={email}"));
        ASKED.put(
                "/pro/orders/export",
                List.of("?format=csv&q={part}", "?format=csv&q={name}", "?format=csv", "?q={email}"));
        ASKED.put("/pro/orders/filters", List.of("?forget={partId}", "?name={name}"));
        ASKED.put("/pro/sales/settings", List.of("?desk={partId}", "?desk=1", "?id={partId}"));
        ASKED.put("/pro/news", List.of("?since=0&unseen=0", "?since={partId}", "?since={name}&unseen=-1"));
        ASKED.put("/pro/index", List.of("?number={part}"));
        ASKED.put("/pro/profile", List.of("?id={partId}"));
        ASKED.put("/pro/team", List.of("?id={partId}", "?do=close:{partId}"));
        ASKED.put("/pro/password", List.of("?token={token}", "?token="));
        ASKED.put("/pro/finances", List.of("?after=999999999", "?number={part}"));
        ASKED.put("/pro/messages", List.of("?id={message}", "?q={email}", "?q={order}", "?before=999999999"));
        ASKED.put("/pro/mail-body", List.of("?id={message}"));
        ASKED.put("/pro/sales/requests", List.of("?client={name}", "?said=Bonjour", "?state=ALL", "?desk=1", "?all=1"));
        ASKED.put("/pro/sales/outside", List.of("?desk={request}", "?desk=1&day=2026-11-22", "?day=x"));
        ASKED.put("/pro/sales/measures", List.of("?desk={request}", "?desk=1", "?from=2026-01-01&to=2026-12-31"));
        ASKED.put(
                "/pro/sales/measures-export",
                List.of("?format=csv&desk=1", "?format=xlsx&desk={request}", "?format=csv"));
        ASKED.put("/pro/sales/export", List.of("?format=csv", "?format=xlsx&state=ALL", "?desk=1"));
        for (String ofRequest :
                List.of("request", "dossier", "say", "filing", "answers", "presence", "new", "news", "filters")) {
            ASKED.put("/pro/sales/" + ofRequest, List.of("?id={request}", "?id={file}", "?desk={request}", "?since=0"));
        }
        for (String conversation : List.of("", "/say", "/file")) {
            ASKED.put(
                    "/conversation" + conversation,
                    List.of(
                            "?token={otherToken}",
                            "?token={token}&id={file}",
                            "?id={file}",
                            "?token={request}&id={file}"));
        }
        for (String ofQuote :
                List.of("dossiers", "dossier-done", "quote", "quote-add", "quote-send", "quote-paper", "quote-do")) {
            ASKED.put("/pro/sales/" + ofQuote, List.of("?id={request}", "?desk={request}", "?q={name}&view=list"));
        }
        ASKED.put("/pro/sales/file", List.of("?id={file}", "?id={request}"));
        ASKED.put("/pro/part-resend", List.of("?id={partId}&what=mails", "?id={partId}&what=recap"));
        ASKED.put("/pro/message-resend", List.of("?id={message}"));
        ASKED.put("/pro/part-resend", List.of("?id={partId}&what=mails"));
        for (String operators : List.of(
                "clock",
                "errors",
                "jobs",
                "ledger",
                "numbers",
                "overview",
                "payouts",
                "quality",
                "refunds",
                "settings")) {
            ASKED.put(
                    "/pro/operation/" + operators,
                    List.of("?q={order}", "?q={part}", "?number={part}", "?id={partId}"));
        }
        // What somebody asks of the trail is kept in it, and read there again by whoever asked: no name is typed here.
        for (String trail : List.of("trail", "trail-export")) {
            ASKED.put("/pro/operation/" + trail, List.of("?about={order}", "?portal=ville", "?after=999999999"));
        }
    }

    private record Operation(String path, String body) {}

    private static final Map<String, Operation> OPERATIONS = Map.ofEntries(
            Map.entry("GET /openapi.json", new Operation("/openapi.json", "")),
            Map.entry("GET /health", new Operation("/health", "")),
            Map.entry("GET /products", new Operation("/products?q={name}", "")),
            Map.entry("GET /products/{slug}", new Operation("/products/{order}", "")),
            Map.entry("GET /products/{slug}/availability", new Operation("/products/{order}/availability", "")),
            Map.entry("GET /categories", new Operation("/categories", "")),
            Map.entry("GET /shops", new Operation("/shops", "")),
            Map.entry("GET /shops/{slug}", new Operation("/shops/{order}", "")),
            Map.entry("GET /shops/{slug}/slots", new Operation("/shops/{order}/slots", "")),
            Map.entry("POST /contact-requests", new Operation("/contact-requests", "{\"shop\":\"{order}\"}")),
            Map.entry("POST /carts", new Operation("/carts", "")),
            Map.entry("GET /carts/{id}", new Operation("/carts/{otherCart}", "")),
            Map.entry("PATCH /carts/{id}", new Operation("/carts/{otherCart}", "{\"lines\":[{goods}]}")),
            Map.entry("POST /carts/{id}/lines", new Operation("/carts/{otherCart}/lines", "{goods}")),
            Map.entry(
                    "PATCH /carts/{id}/lines/{line}",
                    new Operation("/carts/{otherCart}/lines/{line}", "{\"quantity\":3}")),
            Map.entry("DELETE /carts/{id}/lines/{line}", new Operation("/carts/{otherCart}/lines/{line}", "")),
            Map.entry(
                    "PUT /carts/{id}/parts/{shop}",
                    new Operation("/carts/{otherCart}/parts/huitriere", "{\"mode\":\"PICKUP\"}")),
            Map.entry("POST /carts/{id}/checkout", new Operation("/carts/{otherCart}/checkout", "{}")),
            Map.entry("GET /orders/{number}", new Operation("/orders/{order}?token={otherToken}", "")),
            Map.entry("GET /merchant/calendar", new Operation("/merchant/calendar?month=2026-11", "")),
            Map.entry("GET /merchant/parts", new Operation("/merchant/parts?q={part}", "")),
            Map.entry("GET /merchant/parts/{number}", new Operation("/merchant/parts/{part}", "")),
            Map.entry(
                    "POST /merchant/parts/{number}/moves",
                    new Operation("/merchant/parts/{part}/moves", "{\"move\":\"PROCESS\",\"version\":0}")));

    private static final RunningShop SHOP = RunningShop.shared();
    private static final Map<String, String> FOREIGN = new LinkedHashMap<>();
    private static String bakersPart = "";
    private static String ownPart = "";

    /** Two shops of one order that concerns no stranger, a basket, and an order of the strange merchant's own. */
    @BeforeAll
    static void somebodyOrders() {
        ApiCustomer customer = new ApiCustomer(SHOP, "ville", NAME, EMAIL);
        Ordered sold = customer.orders(
                customer.fills(ApiCustomer.mostOf(SHOP, "huitriere"), ApiCustomer.mostOf(SHOP, "fournil-des-bains")));
        customer.pays(sold);
        ApiCustomer another = new ApiCustomer(SHOP, "ville", "Autre", "autre@example.org");
        Ordered other = another.orders(another.fills(ApiCustomer.mostOf(SHOP, "carpe-diem")));
        another.pays(other);
        String sea = partOf(sold, "huitriere");
        bakersPart = partOf(sold, "fournil-des-bains");
        ownPart = partOf(other, "carpe-diem");
        String cart = customer.fills(ApiCustomer.mostOf(SHOP, "huitriere"));
        FOREIGN.put("name", NAME);
        FOREIGN.put("email", EMAIL);
        FOREIGN.put("order", sold.number());
        FOREIGN.put("token", sold.token());
        FOREIGN.put("otherToken", other.token());
        FOREIGN.put("part", sea);
        FOREIGN.put("partId", id("select id from merchant_order where number = '" + sea + "'"));
        FOREIGN.put(
                "message",
                id(
                        "select max(n.id) from notification n join merchant_order p on p.id = n.merchant_order_id where p.number = '"
                                + sea + "' and n.channel = 'MAIL'"));
        String day = SHOP.text("select service_date from merchant_order where number = '" + sea + "'");
        FOREIGN.put("day", day);
        FOREIGN.put("month", day.substring(0, "2026-11".length()));
        FOREIGN.put("line", id("select max(id) from cart_line where cart_id = '" + cart + "'"));
        AskedDesk asked = AskedDesk.at(SHOP, "ville", "huitriere", NAME, EMAIL);
        FOREIGN.put("request", asked.request());
        FOREIGN.put("file", asked.file());
        FOREIGN.put("goods", ApiCustomer.mostOf(SHOP, "carpe-diem").json());
        FOREIGN.put("otherCart", UUID.randomUUID().toString());
    }

    @Test
    void everyRouteIsKnownHere() {
        Set<String> routes = new TreeSet<>(Routes.pages());
        routes.addAll(Routes.servlets());
        assertThat(ASKED.keySet()).as("teach this test how to ask the new page").containsAll(routes);
        assertThat(routes)
                .as("pages and servlets are found")
                .contains("/pro/orders/view", "/pro/mail-body", "/payment/return");
        assertThat(OPERATIONS.keySet())
                .as("teach this test how to ask the new operation")
                .isEqualTo(Routes.operations(
                        Http.of(SHOP, "ville").get("/api/v1/openapi.json").body()));
    }

    @Test
    void signedOut() {
        for (String portal : List.of("ville", "montagne", "nowhere")) {
            Http http = Http.of(SHOP, portal);
            List<String> faults = walk("nobody at " + portal, http::get);
            assertThat(faults).isEmpty();
            assertThat(ask(ASKED.keySet().stream()
                            .filter(page -> page.startsWith("/pro/")
                                    && !Set.of("/pro/sign-in", "/pro/forgotten", "/pro/password")
                                            .contains(page))
                            .map(http::get)
                            .map(Answer::status)
                            .toList()))
                    .as("every page of the back office asks who is there")
                    .containsOnly(302);
        }
        assertThat(Http.of(SHOP, "montagne")
                        .get(filled("/order/{order}?token={token}"))
                        .status())
                .as("another portal's host")
                .isEqualTo(404);
        assertThat(Http.of(SHOP, "montagne")
                        .get(filled("/api/v1/orders/{order}?token={token}"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void signedInAsSomebodyElse() {
        for (String login : List.of(
                "carpe-diem@ville.demo",
                hired("ORDER_DESK"),
                hired("READER"),
                hired("SECRETARY"),
                "chalets@montagne.demo",
                "secretariat@montagne.demo",
                "exploitant@montagne.demo",
                "exploitant@terroir.demo")) {
            SignedIn stranger = SignedIn.as(SHOP, "ville", login);
            assertThat(walk(login, stranger::get)).isEmpty();
            if (!login.startsWith("exploitant")) {
                assertThat(ask(ASKED.keySet().stream()
                                .filter(page -> page.startsWith("/pro/operation/")
                                        && Routes.pages().contains(page))
                                .map(stranger::get)
                                .map(Answer::status)
                                .toList()))
                        .as("%s is no operator", login)
                        .containsOnly(403);
            }
        }
    }

    @Test
    void whoItConcernsSeesItsOwnPartOnly() {
        SignedIn sea = SignedIn.as(SHOP, "ville", "huitriere@ville.demo");
        assertThat(sea.get(filled("/pro/orders/view?number={part}")).body()).contains(NAME, EMAIL);
        assertThat(sea.get(filled("/pro/orders/list?q={name}")).body())
                .contains(FOREIGN.get("part"))
                .doesNotContain(bakersPart);
        assertThat(sea.get(filled("/pro/orders/week?from={day}")).body())
                .contains(NAME, FOREIGN.get("part"))
                .doesNotContain(bakersPart);
        assertThat(sea.get("/pro/orders/view?number=" + bakersPart).status()).isEqualTo(404);
        assertThat(sea.get(filled("/pro/orders/pdf?number={part}")).header("content-type"))
                .isEqualTo("application/pdf");
        assertThat(sea.get("/pro/orders/pdf?number=" + bakersPart).status()).isEqualTo(404);
        assertThat(sea.get(filled("/pro/orders/view?number={part}")).body())
                .as("the baker's part is not told")
                .doesNotContain(bakersPart, "Fournil");
        assertThat(SignedIn.as(SHOP, "ville", "exploitant@ville.demo")
                        .get("/pro/orders/view?number=" + bakersPart)
                        .body())
                .contains(NAME);
    }

    @Test
    void theApiTellsOnlyWhomItConcerns() {
        String stranger = SignedIn.as(SHOP, "ville", "carpe-diem@ville.demo").token();
        String owner = SignedIn.as(SHOP, "ville", "huitriere@ville.demo").token();
        List<String> faults = new ArrayList<>();
        for (String portal : List.of("ville", "montagne", "nowhere")) {
            for (String authorization : List.of("", "Bearer " + stranger, "Bearer x", "Basic eDp4")) {
                OPERATIONS.forEach((operation, asked) -> {
                    String method = operation.substring(0, operation.indexOf(' '));
                    Answer answer = Http.of(SHOP, portal)
                            .ask(
                                    method,
                                    filled("/api/v1" + asked.path()),
                                    filled(asked.body()),
                                    "Authorization: " + authorization,
                                    "Content-Type: application/json");
                    faults.addAll(faults(
                            authorization + " at " + portal + ": " + operation, asked.path() + asked.body(), answer));
                    if (operation.contains("/merchant/") && !authorization.endsWith(stranger)) {
                        assertThat(answer.status()).as(operation).isEqualTo(401);
                    }
                });
            }
        }
        assertThat(faults).isEmpty();
        assertThat(Http.of(SHOP, "ville")
                        .get(filled("/api/v1/merchant/parts/{part}"), "Authorization: Bearer " + owner)
                        .body())
                .contains(NAME);
        assertThat(Http.of(SHOP, "ville")
                        .get("/api/v1/merchant/parts/" + bakersPart, "Authorization: Bearer " + owner)
                        .status())
                .isEqualTo(404);
        assertThat(unmoved()).isZero();
    }

    /** A page that a merchant is lured to cannot use its session there. */
    @Test
    void whoSignedInToThePagesIsNobodyToTheApi() {
        SignedIn sea = SignedIn.as(SHOP, "ville", "huitriere@ville.demo");
        assertThat(sea.get("/pro/orders/list").status()).isEqualTo(200);
        assertThat(sea.get("/api/v1/merchant/parts").status()).isEqualTo(401);
    }

    /** Its own form, with another's number written into it. */
    @Test
    void aForgedFormMovesNothing() {
        SignedIn stranger = SignedIn.as(SHOP, "ville", "carpe-diem@ville.demo");
        Map<String, String> move = SignedIn.form(stranger.get("/pro/orders/view?number=" + ownPart), "moves");
        move.put("number", part());
        move.put("move", "PROCESS");
        assertThat(faults("move", "{part}", stranger.post("/pro/orders/view", move)))
                .isEmpty();
        Map<String, String> cancel = SignedIn.form(stranger.get("/pro/orders/cancel?number=" + ownPart), "c");
        cancel.put("number", part());
        cancel.put("c:reason", "UNAVAILABLE");
        cancel.put("c:go", "");
        assertThat(faults("cancel", "{part}", stranger.post("/pro/orders/cancel", cancel)))
                .isEmpty();
        String line = id("select min(l.id) from order_line l join merchant_order p on p.id = l.merchant_order_id"
                + " where p.number = '" + part() + "'");
        cancel.put("line", line);
        assertThat(faults("cancel a line", "{part}", stranger.post("/pro/orders/cancel", cancel)))
                .isEmpty();
        cancel.put("number", ownPart);
        assertThat(faults("another's line of its own part", "{part}", stranger.post("/pro/orders/cancel", cancel)))
                .isEmpty();
        assertThat(SHOP.number("select count(*) from order_line where state <> 'CONFIRMED' and id = " + line))
                .isZero();
        assertThat(faults(
                        "many",
                        "{part}",
                        stranger.post("/pro/orders/many", Map.of("part", part() + ":0", "move", "PROCESS"))))
                .isEmpty();
        Map<String, String> next = SignedIn.form(stranger.get("/pro"), "out");
        next.put("move", part() + ":0:PROCESS");
        assertThat(faults("next", "{part}", stranger.post("/pro", next))).isEmpty();
        Await.until(
                Duration.ofSeconds(30),
                "the mail has left",
                () -> SHOP.number("select count(*) from notification where state = 'SENT' and id = "
                                + FOREIGN.get("message"))
                        == 1);
        Map<String, String> resend = Map.of("id", FOREIGN.getOrDefault("message", ""));
        long mails = SHOP.number("select sum(attempts) from notification where id = " + FOREIGN.get("message"));
        for (String what : List.of("mails", "recap")) {
            assertThat(stranger.post("/pro/part-resend", Map.of("id", FOREIGN.getOrDefault("partId", ""), "what", what))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(stranger.post("/pro/message-resend", resend).status()).isEqualTo(404);
        assertThat(SHOP.number("select sum(attempts) from notification where id = " + FOREIGN.get("message")))
                .isEqualTo(mails);
        SignedIn.as(SHOP, "ville", "huitriere@ville.demo").token();
        String theirs = id("select max(t.id) from api_token t join user_account u on u.id = t.user_id"
                + " where u.login = 'huitriere@ville.demo' and t.revoked_at is null");
        Map<String, String> revoke = SignedIn.form(stranger.get("/pro/profile"), "k");
        revoke.put("revoke", theirs);
        assertThat(stranger.post("/pro/profile", revoke).status()).isLessThan(500);
        assertThat(SHOP.number("select count(*) from api_token where id = " + theirs + " and revoked_at is null"))
                .as("another's token still works")
                .isEqualTo(1);
        assertThat(unmoved()).isZero();
    }

    /** S01–S28: another desk's request is no request, by whatever form. */
    @Test
    void aForgedFormSaysNothingInAnothersConversation() {
        SignedIn stranger = SignedIn.as(SHOP, "ville", "carpe-diem@ville.demo");
        String id = FOREIGN.getOrDefault("request", "");
        String before = conversation(id);
        assertThat(stranger.post("/pro/sales/say", Map.of("id", id, "text", "forged", "as", "note"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/pro/sales/say", Map.of("id", id, "text", "forged", "as", "answer"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/pro/sales/filing", Map.of("id", id, "do", "archive"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/pro/sales/dossier", Map.of("id", id, "version", "0"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/pro/sales/answers", Map.of("id", id, "title", "x", "text", "forged"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/pro/sales/presence", Map.of("id", id, "text", "forged"))
                        .status())
                .isEqualTo(404);
        assertThat(conversation(id)).isEqualTo(before);
        SignedIn own = SignedIn.as(SHOP, "ville", "huitriere@ville.demo");
        assertThat(own.get("/pro/sales/request?id=" + id).body()).contains(NAME, EMAIL);
        assertThat(own.get("/pro/sales/file?id=" + FOREIGN.get("file")).header("content-disposition"))
                .startsWith("attachment");
    }

    private static String conversation(String id) {
        return SHOP.text("select concat_ws('|', (select count(*) from request_message where request_id = r.id),"
                + " (select count(*) from request_event where request_id = r.id), (select count(*) from request_draft where request_id = r.id),"
                + " (select count(*) from saved_answer where body = 'forged'), r.version, r.archived_at) from sales_request r where id = "
                + id);
    }

    private static List<String> walk(String who, Function<String, Answer> asker) {
        List<String> faults = new ArrayList<>();
        ASKED.forEach((page, asks) -> {
            if (EVERYBODYS.contains(page)) {
                return;
            }
            List<String> all = new ArrayList<>(asks);
            all.add("");
            for (String ask : all) {
                String path = page.replace("/*", "") + ask;
                faults.addAll(faults(who + ": " + path, path, asker.apply(filled(path))));
            }
        });
        return faults;
    }

    /** A fault, or what the stranger did not know before: what was asked may be repeated. */
    private static List<String> faults(String what, String asked, Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500) {
            faults.add(what + " answers " + answer.status());
        }
        Map.of("name", NAME, "email", EMAIL, "token", FOREIGN.getOrDefault("token", "?"), "part", part())
                .forEach((key, secret) -> {
                    boolean known = asked.contains("{" + key + "}") || key.equals("part") && asked.contains("{order}");
                    if (!known && (answer.body() + answer.headers()).contains(secret)) {
                        faults.add(what + " tells the " + key);
                    }
                });
        return faults;
    }

    private static String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : FOREIGN.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** How often the order's parts were moved by anybody after it was placed. */
    private static long unmoved() {
        return SHOP.number("select count(*) from merchant_order where number in ('" + part() + "', '" + bakersPart
                + "') and (version <> 0 or state <> 'RECORDED')");
    }

    private static String part() {
        return FOREIGN.getOrDefault("part", "?");
    }

    private static List<Integer> ask(List<Integer> statuses) {
        assertThat(statuses).isNotEmpty();
        return statuses;
    }

    /** Somebody of another shop's, with the demo's password. */
    private static String hired(String role) {
        String login = "hired-" + System.nanoTime() + "@ville.demo";
        SHOP.number("insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id)"
                + " select nextval('halle_id'), '" + login + "', email, 'Nouvelle', password_hash, '" + role
                + "', portal_id, merchant_id from user_account where login = 'carpe-diem@ville.demo' returning id");
        return login;
    }

    private static String partOf(Ordered order, String shop) {
        long position = SHOP.number("select p.position from merchant_order p join shop s on s.id = p.shop_id"
                + " where s.slug = '" + shop + "' and p.number like '" + order.number() + "-%'");
        return order.number() + String.format("-%03d", position);
    }

    private static String id(String sql) {
        return Long.toString(SHOP.number(sql));
    }
}
