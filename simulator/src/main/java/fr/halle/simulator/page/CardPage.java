package fr.halle.simulator.page;

import fr.halle.simulator.provider.CardCheckout;
import fr.halle.simulator.provider.CardCheckout.View;
import fr.halle.simulator.provider.TestCard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills the customer's two pages, in the language the shop asked for. */
final class CardPage {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Template form = new Template("card");
    private final Template challenge = new Template("challenge");
    private final Template unknown = new Template("unknown");

    void form(HttpServletResponse response, View view) throws IOException {
        form(response, view, Map.of(), "", "");
    }

    /**
     * The form again, with a message beside each wrong field. The number is given back to who typed it, in a page that no cache
     * keeps; the cryptogram never is.
     */
    void form(HttpServletResponse response, View view, Map<String, String> errors, String number, String expiry)
            throws IOException {
        Map<String, Object> values = values(view);
        Map<String, String> texts = texts(view);
        errors.forEach((field, key) -> values.put(field + "Error", texts.get(key)));
        values.put("wrong", !errors.isEmpty());
        values.put("number", number);
        values.put("expiry", expiry);
        values.put("cards", cards(texts));
        form.send(response, values, origin(view));
    }

    void challenge(HttpServletResponse response, View view) throws IOException {
        Map<String, Object> values = values(view);
        values.put("lastFour", view.payIn().hidden("lastFour"));
        values.put("wrongCode", view.wrongCode());
        values.put("testCode", CardCheckout.CODE);
        DateTimeFormatter format = DateTimeFormatter.ofPattern(texts(view).get("dateFormat"), language(view));
        values.put("date", ZonedDateTime.now(PARIS).format(format));
        challenge.send(response, values, origin(view));
    }

    void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("t", Template.texts(Template.language(request.getLocale().getLanguage())));
        values.put("context", request.getContextPath());
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        unknown.send(response, values, "");
    }

    private static Map<String, Object> values(View view) {
        Map<String, Object> values = new HashMap<>();
        String shop = view.payIn().text("StatementDescriptor");
        values.put("t", texts(view));
        values.put("shop", shop.isEmpty() ? "Halle" : shop);
        values.put("reference", view.payIn().text("Tag"));
        values.put("amount", Amounts.format(view.payIn().cents("DebitedFunds"), language(view)));
        return values;
    }

    private static List<Map<String, String>> cards(Map<String, String> texts) {
        return Arrays.stream(TestCard.values())
                .map(card -> Map.of("number", card.grouped(), "what", texts.getOrDefault("card" + card.name(), "")))
                .toList();
    }

    private static Map<String, String> texts(View view) {
        return Template.texts(language(view));
    }

    private static Locale language(View view) {
        return Template.language(view.payIn().text("Culture"));
    }

    /** Browsers apply form-action to redirects too, so the shop's own origin is named. */
    private static String origin(View view) {
        URI shop = URI.create(view.payIn().text("ReturnURL"));
        return shop.getScheme() + "://" + shop.getRawAuthority();
    }
}
