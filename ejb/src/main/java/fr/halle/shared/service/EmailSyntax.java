package fr.halle.shared.service;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether an e-mail address can exist: what mailboxes really use of RFC 5321, without comments, quotes or address literals. The
 * first message tells the rest.
 */
public final class EmailSyntax {

    /** RFC 5321, 4.5.3.1.3, without the angle brackets. */
    public static final int MOST = 254;

    private static final int LOCAL_MOST = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})", Pattern.CASE_INSENSITIVE);

    private EmailSyntax() {}

    /** @return the reason against it: {@code NO_DOMAIN} where the end is missing, else {@code SYNTAX}; empty when it can exist */
    public static Optional<String> wrong(String email) {
        int at = email.lastIndexOf('@');
        if (at < 1 || at == email.length() - 1) {
            return Optional.of("SYNTAX");
        }
        String local = email.substring(0, at);
        String domain = ascii(email.substring(at + 1));
        if (local.length() > LOCAL_MOST || !LOCAL.matcher(local).matches()) {
            return Optional.of("SYNTAX");
        }
        if (!domain.contains(".")) {
            return Optional.of("NO_DOMAIN");
        }
        return DOMAIN.matcher(domain).matches() ? Optional.empty() : Optional.of("SYNTAX");
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
