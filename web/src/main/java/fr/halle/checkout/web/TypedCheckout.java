package fr.halle.checkout.web;

import fr.halle.checkout.model.OrderDraft.Customer;
import fr.halle.checkout.service.AcceptedTerms;
import fr.halle.checkout.service.CheckoutForm;
import fr.halle.checkout.service.CustomerForm;
import fr.halle.notification.service.Phones;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The checkout form as it was typed, to be shown again as it was.
 *
 * @param key names the press of the button
 * @param country two letters, empty where the form does not ask: then it is France
 * @param terms the boxes that were ticked, each {@code version:fingerprint}, or several of them with a blank between (K14)
 * @param seen what the page said that the order costs; null where it does not say so
 */
public record TypedCheckout(
        String key,
        String firstName,
        String lastName,
        String email,
        String phone,
        String street,
        String postcode,
        String city,
        String country,
        boolean adult,
        List<String> terms,
        CheckoutForm.@Nullable Sums seen) {

    static final String AGAIN = "again-";

    private static final int LONGEST = 500;
    private static final int MOST_TERMS = 200;

    static TypedCheckout of(HttpServletRequest request) {
        String key = text(request, "key");
        String[] ticked = request.getParameterValues("terms");
        return new TypedCheckout(
                key.matches("[A-Za-z0-9-]{8,100}") ? key : newKey(),
                text(request, "firstName"),
                text(request, "lastName"),
                text(request, "email"),
                text(request, "phone"),
                text(request, "street"),
                text(request, "postcode"),
                text(request, "city"),
                text(request, "country"),
                request.getParameter("adult") != null,
                ticked == null
                        ? List.of()
                        : Arrays.stream(ticked).limit(MOST_TERMS).toList(),
                seen(text(request, "seen")));
    }

    /** A form nobody has typed in: who tried before with this basket need not type everything again. No box is ticked (C05). */
    static TypedCheckout first(Optional<Customer> before) {
        Customer known = before.orElse(new Customer("", "", "", "", "", "", "", ""));
        return new TypedCheckout(
                newKey(),
                known.firstName(),
                known.lastName(),
                known.email(),
                Phones.shown(known.phone()),
                known.street(),
                known.postcode(),
                known.city(),
                known.country(),
                false,
                List.of(),
                null);
    }

    /** Who orders, as it was typed. */
    Customer customer() {
        return new Customer(firstName, lastName, email, phone, street, postcode, city, country);
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** A key that only these words make: pressing twice after a correction is pressing once. */
    String keyOfThese() {
        String words = withKey("") + key;
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    TypedCheckout withKey(String other) {
        return new TypedCheckout(
                other, firstName, lastName, email, phone, street, postcode, city, country, adult, terms, seen);
    }

    CheckoutForm form(String address) {
        return new CheckoutForm(
                new CustomerForm(firstName, lastName, email, phone, street, postcode, city, country, adult),
                terms.stream()
                        .flatMap(box -> Arrays.stream(box.split(" ", MOST_TERMS)))
                        .map(TypedCheckout::terms)
                        .flatMap(Optional::stream)
                        .toList(),
                address,
                seen);
    }

    public boolean hasAccepted(String box) {
        return terms.contains(box);
    }

    private static Optional<AcceptedTerms> terms(String box) {
        int colon = box.indexOf(':');
        if (colon < 1 || !box.substring(0, colon).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new AcceptedTerms(Long.parseLong(box.substring(0, colon)), box.substring(colon + 1)));
    }

    private static CheckoutForm.@Nullable Sums seen(String sums) {
        if (!sums.matches("\\d{1,12}:\\d{1,12}")) {
            return null;
        }
        int colon = sums.indexOf(':');
        return new CheckoutForm.Sums(
                Long.parseLong(sums.substring(0, colon)), Long.parseLong(sums.substring(colon + 1)));
    }

    private static String text(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST));
    }
}
