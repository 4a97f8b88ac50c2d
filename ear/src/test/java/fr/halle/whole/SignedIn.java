package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody of the back office without a browser: its session, its forms, and whatever they could be made to say. */
final class SignedIn {

    private static final Pattern FIELD = Pattern.compile("<(?:input|button)[^>]*>");

    private final Http http;
    private final String origin;
    private String session;

    private SignedIn(RunningShop shop, String portal) {
        this.http = Http.of(shop, portal);
        this.origin = "http://" + shop.host(portal);
        this.session = "";
    }

    static SignedIn as(RunningShop shop, String portal, String login) {
        SignedIn person = new SignedIn(shop, portal);
        Answer page = person.get("/pro/sign-in");
        person.keep(page);
        Map<String, String> form = form(page, "signIn");
        form.put("signIn:login", login);
        form.put("signIn:password", "demo-halle-2026");
        form.put("signIn:go", "");
        Answer answer = person.post("/pro/sign-in", form);
        person.keep(answer);
        assertThat(answer.header("location")).as("%s signs in", login).endsWith("/pro");
        return person;
    }

    String session() {
        return session;
    }

    Answer get(String path) {
        return http.get(path, "Cookie: " + session);
    }

    /** @param headers beside those that a browser sends */
    Answer post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        List<String> sent = new ArrayList<>(
                List.of("Cookie: " + session, "Origin: " + origin, "Content-Type: application/x-www-form-urlencoded"));
        sent.addAll(List.of(headers));
        return http.ask("POST", path, body, sent.toArray(String[]::new));
    }

    /** A new token of the account's for the API, made on its profile's page, which shows it once. */
    String token() {
        Map<String, String> form = form(get("/pro/profile"), "k");
        form.put("k:label", "a test");
        form.put("k:make", "");
        Matcher made = Pattern.compile("id=\"token\">([^<]+)<").matcher(pressed("/pro/profile", form));
        assertThat(made.find()).as("a token is shown once").isTrue();
        return made.group(1);
    }

    /** What the page says that a press of a button comes back to: what it did is shown once, and a reload does nothing. */
    String pressed(String path, Map<String, String> form) {
        Answer answer = post(path, form);
        assertThat(answer.status()).as("a reload makes no other").isEqualTo(302);
        Matcher flash = Pattern.compile("csfcfc=[^;,]+").matcher(answer.header("set-cookie"));
        assertThat(flash.find()).isTrue();
        return http.get(path, "Cookie: " + session + "; " + flash.group()).body();
    }

    /** The hidden fields of a page's form. */
    static Map<String, String> form(Answer page, String id) {
        Map<String, String> fields = new LinkedHashMap<>();
        String form = Arrays.stream(page.body().split("<form"))
                .filter(part -> part.contains("id=\"" + id + "\""))
                .findFirst()
                .map(part -> part.substring(0, part.indexOf("</form>")))
                .orElseThrow(() -> new AssertionError("no form " + id + " on a page of " + page.status()));
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            String name = attribute(field.group(), "name");
            if (name != null && field.group().contains("type=\"hidden\"")) {
                String value = attribute(field.group(), "value");
                fields.put(name, value == null ? "" : value);
            }
        }
        return fields;
    }

    private void keep(Answer answer) {
        Matcher cookie = Pattern.compile("halle_session=[^;,]+").matcher(answer.header("set-cookie"));
        if (cookie.find()) {
            session = cookie.group();
        }
    }

    private static @Nullable String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
