package fr.halle.sales.service;

import fr.halle.sales.model.RequestSource;

/**
 * A contact form as it was typed, before anybody looked at it.
 *
 * @param key names the press of the button: the same form twice is one request
 * @param page the address of the page it stood on, or empty
 * @param arrivesOn as {@code 2027-02-13}, or empty
 */
public record ContactTyped(
        RequestSource source,
        String key,
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

    /** Everything that was said, and the key. */
    String words() {
        return String.join(
                "\u001f", object, category, firstName, lastName, email, phone, arrivesOn, leavesOn, adults, children,
                message);
    }
}
