package fr.halle.sales.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address under which a customer's reply finds its conversation (C23): the portal's pattern with the request's key in it. Upper
 * and lower case do not differ.
 */
public final class ReplyAddress {

    public static final String KEY = "{key}";

    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9._-]{1,30}\\+\\{key}@([a-z0-9-]{1,63}\\.)+[a-z0-9-]{2,63}");
    private static final String KEY_LETTERS = "([0-9a-v]{26})";

    private ReplyAddress() {}

    /** @throws IllegalArgumentException unless it reads {@code something+{key}@domain} */
    static String checked(String typed) {
        String pattern = typed.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(pattern).matches()) {
            throw new IllegalArgumentException("not something+{key}@domain: " + typed);
        }
        return pattern;
    }

    /**
     * @param pattern of the portal, empty where it has none
     * @param otherwise who reads the answer then
     */
    public static String of(String pattern, String mailKey, String otherwise) {
        return pattern.isEmpty() ? otherwise : pattern.replace(KEY, mailKey);
    }

    /** The request's key in an address that a mail was sent to; empty for any other address. */
    public static Optional<String> keyIn(String pattern, String address) {
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        String regex = Pattern.quote(pattern).replace(KEY, "\\E" + KEY_LETTERS + "\\Q");
        Matcher matcher = Pattern.compile(regex).matcher(address.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
