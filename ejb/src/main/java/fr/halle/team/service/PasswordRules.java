package fr.halle.team.service;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What a password must be (ASVS 5.0, 6.2): long, and not what anybody would try first. Nothing is asked of its letters and digits:
 * that makes passwords that are hard to remember and easy to guess.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_LETTERS = 5;
    private static final int TELLING = 4;

    private static final List<String> TRIED_FIRST = List.of(
            "123456",
            "azerty",
            "qwerty",
            "motdepasse",
            "password",
            "bonjour",
            "soleil",
            "doudou",
            "iloveyou",
            "abcdef",
            "111111",
            "000000",
            "admin",
            "welcome",
            "letmein",
            "halle");

    private PasswordRules() {}

    /** @throws PasswordRefused with the reason */
    static void check(String field, String password, String login) {
        if (password.length() < SHORTEST) {
            throw new PasswordRefused(field, PasswordRefused.SHORT, SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new PasswordRefused(field, PasswordRefused.LONG, LONGEST);
        }
        String plain = plain(password);
        String own = plain(login.substring(0, Math.max(login.indexOf('@'), 0)));
        boolean named = own.length() >= TELLING && plain.contains(own);
        if (named || plain.chars().distinct().count() < FEWEST_LETTERS || isTriedFirst(plain)) {
            throw new PasswordRefused(field, PasswordRefused.GUESSED);
        }
    }

    /** Well-known words with less around them than half of a password. */
    private static boolean isTriedFirst(String plain) {
        String rest = plain;
        for (String word : TRIED_FIRST) {
            rest = rest.replace(word, "");
        }
        return rest.length() < plain.length() && rest.length() < SHORTEST / 2;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
