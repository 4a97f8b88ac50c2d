package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.ApiCustomer.Ordered;
import fr.halle.whole.Http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * M72, K28, ASVS 8.2: the tables of docs/security.md are asked of the running shop, cell by cell. A page, servlet or operation that
 * has no row there, and a row that is no longer true, fail here.
 */
class WhoSeesWhatIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String TOWN = "ville";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String PAPER = paper();

    /** By the column of the tables; nobody signs in as nobody. */
    private static final Map<String, String> LOGINS = Map.of(
            "OWNER", "huitriere@ville.demo",
            "ORDER_DESK", "comptoir.huitriere@ville.demo",
            "READER", "lecture.huitriere@ville.demo",
            "SECRETARY", "secretariat.huitriere@ville.demo",
            "OPERATOR", "exploitant@ville.demo",
            "all", "exploitant@halle.demo");

    /** How a page is asked for something of one's own; the others are asked for as they are. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("/pro/orders/view", "?number={part}"),
            Map.entry("/pro/orders/cancel", "?number={part}"),
            Map.entry("/pro/orders/refund", "?number={part}"),
            Map.entry("/pro/orders/replace", "?number={part}"),
            Map.entry("/pro/orders/pdf", "?number={part}"),
            Map.entry("/pro/orders/export", "?format=csv&q={part}"),
            Map.entry("/pro/mail-body", "?id={message}"),
            Map.entry("/pro/news", "?since=0&unseen=0"),
            Map.entry("/pro/sales/request", "?id={request}"),
            Map.entry("/pro/sales/dossier", "?id={request}"),
            Map.entry("/pro/sales/file", "?id={file}"),
            Map.entry("GET /merchant/calendar", "?month=2026-11"));

    private static final Map<String, BiFunction<SignedIn, String, Answer>> DEEDS = deeds();
    private static final Map<String, SignedIn> PEOPLE = new LinkedHashMap<>();
    private static String part = "";
    private static String partId = "";
    private static String message = "";
    private static String push = "";
    private static String held = "";
    private static AskedDesk asked = new AskedDesk("", "", "");

    /** One order of the shop whose people they are. */
    @BeforeAll
    static void anOrderOfTheirOwn() {
        ApiCustomer customer = new ApiCustomer(SHOP, TOWN, "Cormier", "cormier@example.org");
        Ordered order = customer.orders(customer.fills(ApiCustomer.mostOf(SHOP, "huitriere")));
        customer.pays(order);
        part = order.number() + "-001";
        partId = Long.toString(SHOP.number("select id from merchant_order where number = '" + part + "'"));
        String mails =
                " from notification where merchant_order_id = " + partId + " and channel = 'MAIL' and state = 'SENT'";
        Await.until(Duration.ofSeconds(30), "a mail has left", () -> SHOP.number("select count(*)" + mails) > 0);
        message = Long.toString(SHOP.number("select max(id)" + mails));
        asked = AskedDesk.at(SHOP, TOWN, "huitriere", "Cormier", "cormier@example.org");
        push = refusedOutside();
        held = signsInWithTwoSteps();
        LOGINS.forEach((column, login) -> PEOPLE.put(column, SignedIn.as(SHOP, TOWN, login)));
    }

    /** Somebody else of the same shop. */
    private static String signsInWithTwoSteps() {
        String id = SHOP.text("select nextval('halle_id')");
        SHOP.update(
                "insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id, joined_at) select "
                        + id
                        + ", 'hired-" + id
                        + "', email, 'Deux Étapes', password_hash, 'READER', portal_id, merchant_id, now()"
                        + " from user_account where login = 'huitriere@ville.demo'");
        SHOP.update("insert into second_factor (user_id, sealed, begun_at, confirmed_at) values (" + id
                + ", 'x', now(), now())");
        return id;
    }

    /** A sale that the outside system would not have. */
    private static String refusedOutside() {
        String id = SHOP.text("select nextval('halle_id')");
        SHOP.update(
                "insert into outside_push (id, desk_id, request_id, line_id, act, idempotency_key, catalogue, product, label, customer,"
                        + " body, total_cents, ticks, state, queued_at) select " + id
                        + ", r.desk_id, r.id, l.id, 'SALE', gen_random_uuid(), 'X', 'X', 'X', 'Cormier', '{}', 1, false, 'DEAD', now()"
                        + " from sales_request r, order_line l where r.id = " + asked.request()
                        + " and l.merchant_order_id = " + partId + " order by l.id limit 1");
        return id;
    }

    @Test
    void everyPageAndServletHasItsRow() {
        Set<String> routes = new TreeSet<>(Routes.pages());
        routes.addAll(Routes.servlets());
        Set<String> written = new TreeSet<>(table("Pages").keySet());
        written.addAll(openToEverybody());
        // The root is the page /index; the servlet behind our refusals has no address that anybody is sent to.
        written.removeAll(Set.of("/", "/refused"));
        assertThat(written).as("docs/security.md, Pages").isEqualTo(routes);
    }

    @Test
    void everyPageAnswersAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        table("Pages")
                .forEach((page, cells) -> cells.forEach((column, said) -> {
                    String path = page + filled(OWN.getOrDefault(page, ""));
                    Answer answer = PEOPLE.containsKey(column)
                            ? PEOPLE.get(column).get(path)
                            : Http.of(SHOP, TOWN).get(path);
                    String answered = isSignIn(answer) ? "in" : Integer.toString(answer.status());
                    if (!answered.equals(said)) {
                        wrong.add(page + " for " + column + ": " + answered + ", written " + said);
                    }
                    if (!answered.equals("200") && answer.body().contains("Cormier")) {
                        wrong.add(page + " refuses " + column + " and tells the customer's name");
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    /** Being somebody changes nothing in the shop: it has no session. */
    @Test
    void whatIsOpenIsTheSameToAll() {
        List<String> wrong = new ArrayList<>();
        for (String page : openToEverybody()) {
            String path = page.replace("/*", "/x");
            int nobody = Http.of(SHOP, TOWN).get(path).status();
            int reader = PEOPLE.get("READER").get(path).status();
            if (nobody != reader
                    || nobody == 401
                    || isSignIn(Http.of(SHOP, TOWN).get(path))) {
                wrong.add(page + ": " + nobody + " and " + reader);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyOperationOfTheMerchantsApiAnswersAsTheTableSays() {
        Map<String, Map<String, String>> rows = table("The API");
        assertThat(rows.keySet())
                .isEqualTo(Routes.operations(
                                Http.of(SHOP, TOWN).get("/api/v1/openapi.json").body())
                        .stream()
                        .filter(operation -> operation.contains(" /merchant/"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        List<String> wrong = new ArrayList<>();
        rows.forEach((operation, cells) -> cells.forEach((column, said) -> {
            String token = PEOPLE.containsKey(column) ? tokenOf(column) : "nobody";
            Answer answer =
                    api(token, operation + OWN.getOrDefault(operation, ""), "{\"move\":\"PROCESS\",\"version\":99}");
            if (!said.equals(Integer.toString(answer.status()))) {
                wrong.add(operation + " for " + column + ": " + answer.status() + ", written " + said);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoMayNotDoesNotByAForgedFormEither() {
        Map<String, Map<String, String>> deeds = table("Deeds");
        assertThat(DEEDS.keySet()).as("docs/security.md, Deeds").isEqualTo(deeds.keySet());
        Map<String, Map<String, String>> permissions = table("Permissions");
        List<String> wrong = new ArrayList<>();
        String before = everything();
        deeds.forEach((deed, cells) -> permissions.get(cells.get("permission")).forEach((column, may) -> {
            // An operator has no shop of its own to change: what it may not is asked of the pages above.
            if (may.equals("yes") || column.equals("OPERATOR")) {
                return;
            }
            Answer answer = DEEDS.get(deed).apply(PEOPLE.get(column), column);
            if (answer.status() >= 500) {
                wrong.add(column + ", " + deed + ": " + answer.status());
            }
            if (!everything().equals(before)) {
                wrong.add(column + " could " + deed);
            }
        }));
        assertThat(wrong).isEmpty();
        assertThat(deeds).hasSizeGreaterThan(10);
    }

    /** What reaches the use case is refused by name, not passed over. */
    @Test
    void theRefusalSaysSo() {
        SignedIn reader = PEOPLE.get("READER");
        assertThat(DEEDS.get("move a part on its page").apply(reader, "READER").status())
                .isEqualTo(403);
        assertThat(DEEDS.get("move several parts from the list")
                        .apply(reader, "READER")
                        .status())
                .isEqualTo(403);
        assertThat(DEEDS.get("send a part's mails again")
                        .apply(reader, "READER")
                        .status())
                .isEqualTo(403);
        Answer answer = DEEDS.get("move a part by the API").apply(reader, "READER");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("not-allowed").doesNotContain("MOVE_ORDERS");
    }

    /** What is refused is not offered. */
    @Test
    void thePagesOfWhoOnlyReadsOfferNothing() {
        for (String column : List.of("READER", "SECRETARY")) {
            SignedIn person = PEOPLE.get(column);
            assertThat(person.get("/pro/orders/view?number=" + part).body())
                    .contains("Cormier")
                    .doesNotContain("id=\"moves\"", "/pro/orders/cancel", "name=\"what\"");
            assertThat(person.get("/pro/orders/list").body())
                    .doesNotContain("/pro/orders/export", "/pro/orders/many", "/pro/finances", "/pro/team");
            assertThat(person.get("/pro").body()).doesNotContain("name=\"move\"", "/pro/finances");
            assertThat(person.get("/pro/profile").body()).doesNotContain("k:make", "a:mobile");
        }
    }

    private static Map<String, BiFunction<SignedIn, String, Answer>> deeds() {
        Map<String, BiFunction<SignedIn, String, Answer>> deeds = new LinkedHashMap<>();
        String view = "/pro/orders/view?number={part}";
        deeds.put(
                "move a part on its page",
                (who, column) -> who.post("/pro/orders/view", form(who, view, "move", "PROCESS")));
        deeds.put(
                "move a part from the day's page",
                (who, column) -> who.post("/pro", form(who, "/pro", "move", part + ":0:PROCESS")));
        deeds.put(
                "move several parts from the list",
                (who, column) -> who.post("/pro/orders/many", Map.of("part", part + ":0", "move", "PROCESS")));
        deeds.put(
                "move a part by the API",
                (who, column) -> api(
                        tokenOf(column),
                        "POST /merchant/parts/{number}/moves",
                        "{\"move\":\"PROCESS\",\"version\":0}"));
        deeds.put(
                "cancel a part on its page",
                (who, column) -> who.post("/pro/orders/view", form(who, view, "move", "CANCEL", "reason", "forged")));
        deeds.put(
                "cancel a part by the API",
                (who, column) -> api(
                        tokenOf(column),
                        "POST /merchant/parts/{number}/moves",
                        "{\"move\":\"CANCEL\",\"version\":0,\"reason\":\"forged\"}"));
        deeds.put(
                "replace a part on its page",
                (who, column) ->
                        who.post("/pro/orders/replace", form(who, view, "do", "add", "product", "1", "quantity", "1")));
        deeds.put(
                "send a refund that waits",
                (who, column) -> who.post("/pro/orders/view", form(who, view, "refund", "send")));
        deeds.put(
                "give money back of a part",
                (who, column) -> who.post(
                        "/pro/orders/refund",
                        form(who, view, "what", "all", "left", "1", "r", "r", "r:reason", "forged", "r:go", "")));
        deeds.put(
                "send a part's mails again",
                (who, column) -> who.post("/pro/part-resend", Map.of("id", partId, "what", "mails")));
        deeds.put(
                "write in a conversation",
                (who, column) ->
                        who.post("/pro/sales/say", Map.of("id", asked.request(), "text", "forged", "as", "note")));
        deeds.put(
                "keep what is typed beside a conversation",
                (who, column) -> who.post(
                        "/pro/sales/presence", Map.of("id", asked.request(), "writing", "1", "text", "forged")));
        deeds.put(
                "keep an answer for the desk",
                (who, column) -> who.post(
                        "/pro/sales/answers", Map.of("id", asked.request(), "title", "forged", "text", "forged")));
        deeds.put(
                "keep a search of the desk",
                (who, column) -> who.post("/pro/sales/filters", Map.of("client", "forged")));
        deeds.put(
                "tell a sale outside again",
                (who, column) ->
                        who.post("/pro/sales/outside", form(who, "/pro/profile", "held", "held", "replay", push)));
        deeds.put(
                "change a dossier",
                (who, column) -> who.post(
                        "/pro/sales/dossier",
                        Map.of(
                                "id",
                                asked.request(),
                                "version",
                                "0",
                                "arrives",
                                "2027-02-13",
                                "leaves",
                                "2027-02-14")));
        deeds.put(
                "archive a request",
                (who, column) -> who.post("/pro/sales/filing", Map.of("id", asked.request(), "do", "archive")));
        deeds.put(
                "take a call",
                (who, column) -> who.post("/pro/sales/new", Map.of("lastName", "forged", "phone", "06 12 34 56 78")));
        deeds.put("send one message again", (who, column) -> who.post("/pro/message-resend", Map.of("id", message)));
        deeds.put(
                "change where the alerts go",
                (who, column) -> who.post(
                        "/pro/profile",
                        form(who, "/pro/profile", "a", "a", "a:mobile", "06 98 76 54 32", "a:save", "")));
        deeds.put(
                "change the IBAN",
                (who, column) -> who.post(
                        "/pro/finances",
                        form(
                                who,
                                "/pro/profile",
                                "b",
                                "b",
                                "b:iban",
                                "FR7630006000011234567890189",
                                "b:owner",
                                "X",
                                "b:again",
                                "demo-halle-2026",
                                "b:save",
                                "")));
        deeds.put(
                "invite somebody, or change a role",
                (who, column) -> who.post(
                        "/pro/team",
                        form(
                                who,
                                "/pro/profile",
                                "i",
                                "i",
                                "i:name",
                                "X",
                                "i:email",
                                "forged@example.org",
                                "i:role",
                                "OWNER",
                                "i:go",
                                "",
                                "do",
                                "role:"
                                        + SHOP.number("select id from user_account where login = '" + LOGINS.get(column)
                                                + "'")
                                        + ":OWNER")));
        deeds.put(
                "take somebody's second factor away",
                (who, column) -> who.post("/pro/team", form(who, "/pro/profile", "m", "m", "do", "factor:" + held)));
        deeds.put(
                "make a token",
                (who, column) -> who.post(
                        "/pro/profile", form(who, "/pro/profile", "k", "k", "k:label", "forged", "k:make", "")));
        deeds.put(
                "set the commercial desk",
                (who, column) -> who.post(
                        "/pro/sales/settings",
                        form(
                                who,
                                "/pro/profile",
                                "settings",
                                "settings",
                                "do",
                                "save",
                                "inbox",
                                "MAIL_ONLY",
                                "objectId.fr",
                                "",
                                "objectLabel.fr",
                                "forged",
                                "objectEmail.fr",
                                "forged@example.org")));
        deeds.put(
                "try a mail of the commercial desk",
                (who, column) -> who.post(
                        "/pro/sales/settings",
                        form(who, "/pro/profile", "settings", "settings", "do", "try:SIGNATURE.fr")));
        return deeds;
    }

    /** A form that the person really has, with fields written into it that its pages do not offer. */
    private static Map<String, String> form(SignedIn who, String page, String... forged) {
        Map<String, String> form = SignedIn.form(who.get(filled(page)), "out");
        form.put("number", part);
        form.put("version", "0");
        for (int i = 0; i < forged.length; i += 2) {
            form.put(forged[i], forged[i + 1]);
        }
        return form;
    }

    /** All that the deeds could change of this shop's. */
    private static String everything() {
        return SHOP.text("select concat_ws('|', (select concat(state, version) from merchant_order where id = " + partId
                + "),"
                + " (select count(*) from refund where merchant_order_id = " + partId + "),"
                + " (select sum(attempts) + count(*) from notification where merchant_order_id = " + partId + "),"
                + " (select concat(m.iban, m.mobile, m.sms_opt_in) from merchant m where m.slug = 'huitriere'),"
                + " (select string_agg(concat(u.login, u.role, u.active), ',' order by u.id) from user_account u join merchant m"
                + " on m.id = u.merchant_id where m.slug = 'huitriere' and u.login like '%@ville.demo' and u.login not like 'hired%'),"
                + " (select count(*) from user_account where login = 'forged@example.org'),"
                + " (select concat(r.version, r.archived_at) from sales_request r where r.id = " + asked.request()
                + "),"
                + " (select count(*) from request_message where body = 'forged'), (select count(*) from sales_request where last_name = 'forged'),"
                + " (select count(*) from request_draft where body = 'forged'), (select count(*) from request_presence where request_id = "
                + asked.request()
                + "), (select count(*) from saved_answer where title = 'forged'), (select count(*) from default_search where query like '%forged%'),"
                + " (select concat(p.state, p.version) from outside_push p where p.id = " + push
                + "), (select count(*) from notification where event = 'CONTENT_TRIED' and merchant_id ="
                + " (select r.merchant_id from sales_request r where r.id = " + asked.request() + ")),"
                + " (select count(*) from contact_object where label = 'forged'),"
                + " (select count(*) from second_factor where user_id = " + held + "),"
                + " (select count(*) from api_token where label = 'forged'))");
    }

    /** A token as its owner's page shows it once: whoever may make none now may have one of an earlier role. */
    private static String tokenOf(String column) {
        String token = "halle_test-" + column + "-" + partId;
        SHOP.update("insert into api_token (id, token_hash, user_id, label, created_at, expires_at)"
                + " select nextval('halle_id'), sha256('" + token
                + "'::bytea), id, 'a test', now(), now() + interval '1 day'"
                + " from user_account where login = '" + LOGINS.get(column) + "' on conflict do nothing");
        return token;
    }

    private static Answer api(String token, String operation, String body) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation.substring(operation.indexOf(' ') + 1).replace("{number}", part);
        return Http.of(SHOP, TOWN)
                .ask(
                        method,
                        "/api/v1" + path,
                        method.equals("POST") ? body : "",
                        "Authorization: Bearer " + token,
                        "Content-Type: application/json");
    }

    private static boolean isSignIn(Answer answer) {
        return answer.status() == 302 && answer.header("location").contains("/pro/sign-in");
    }

    private static String filled(String text) {
        return text.replace("{part}", part)
                .replace("{message}", message)
                .replace("{request}", asked.request())
                .replace("{file}", asked.file());
    }

    private static Set<String> openToEverybody() {
        String line = PAPER.lines()
                .filter(one -> one.startsWith("Open to everybody"))
                .findFirst()
                .orElseThrow();
        return CODE.matcher(line).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The cells of a section's table by row and column, both by name. */
    private static Map<String, Map<String, String>> table(String section) {
        String text = PAPER.split("\n## " + section + "\n", 2)[1].split("\n## ", 2)[0];
        List<List<String>> rows = text.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .toList();
        List<String> head = rows.get(0);
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 1; i < row.size(); i++) {
                cells.put(head.get(i), row.get(i));
            }
            table.put(row.get(0), cells);
        }
        return table;
    }

    private static String paper() {
        try {
            return Files.readString(Path.of("..", "docs", "security.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
