package fr.halle.sales.web;

import fr.halle.sales.model.RequestSource;
import fr.halle.sales.service.ContactTyped;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The contact form as it was typed, to be shown again as it was.
 *
 * @param key names the form that was shown: pressing its button twice is pressing it once
 * @param shownAt when it was shown, sealed
 * @param website nobody sees this field; a program fills it
 */
public record TypedContact(
        String key,
        String shownAt,
        String website,
        String page,
        String object,
        String category,
        String firstName,
        String lastName,
        String email,
        String phone,
        String arrivesOn,
        String leavesOn,
        String adults,
        String children,
        String message) {

    private static final int LONGEST = 500;
    private static final int LONGEST_MESSAGE = 20_000;

    static TypedContact of(HttpServletRequest request) {
        String key = text(request, "key", LONGEST);
        return new TypedContact(
                key.matches("[A-Za-z0-9-]{8,100}") ? key : UUID.randomUUID().toString(),
                text(request, "shownAt", LONGEST),
                text(request, "website", LONGEST),
                text(request, "page", LONGEST),
                text(request, "object", LONGEST),
                text(request, "category", LONGEST),
                text(request, "firstName", LONGEST),
                text(request, "lastName", LONGEST),
                text(request, "email", LONGEST),
                text(request, "phone", LONGEST),
                text(request, "arrivesOn", LONGEST),
                text(request, "leavesOn", LONGEST),
                text(request, "adults", LONGEST),
                text(request, "children", LONGEST),
                text(request, "message", LONGEST_MESSAGE));
    }

    /** Whoever goes back, changes a word and sends again asks again: the key is that of these words. */
    ContactTyped said(RequestSource source, String onPage) {
        String words = String.join(
                "\u001f", key, object, category, firstName, lastName, email, phone, arrivesOn, leavesOn, adults,
                children, message);
        return new ContactTyped(
                source,
                UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString(),
                onPage,
                object,
                category,
                firstName,
                lastName,
                email,
                phone,
                arrivesOn,
                leavesOn,
                adults,
                children,
                message);
    }

    private static String text(HttpServletRequest request, String name, int most) {
        String value = request.getParameter(name);
        return value == null ? "" : value.substring(0, Math.min(value.length(), most));
    }
}
