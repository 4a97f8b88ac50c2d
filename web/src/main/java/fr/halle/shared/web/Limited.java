package fr.halle.shared.web;

import fr.halle.shared.model.Environment;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one address may do only so often, by page and by API alike; a page answers below its address too. How often is a setting of the installation; 0 is as often as it
 * likes.
 */
public enum Limited {
    /** Guessing of passwords across accounts; each account has its own lock besides. */
    SIGN_IN("/pro/(sign-in|password)(\\.xhtml|/.*)?", "halle.limit.signIn", 30, Duration.ofMinutes(5)),
    /** Holding places and stock without paying. Load tests, who have the instant method, are let through. */
    CHECKOUT(
            "/(checkout|balance|quote)(\\.xhtml|/.*)?|/api/v1/carts/[^/]+/checkout/?",
            "halle.limit.checkout",
            120,
            Duration.ofMinutes(10)) {
        @Override
        int most() {
            return Boolean.parseBoolean(Environment.setting("halle.payment.instant", "false")) ? 0 : super.most();
        }
    },
    /** Having mails sent to somebody who signs in; each account has its own limit besides. */
    FORGOTTEN("/pro/forgotten(\\.xhtml|/.*)?", "halle.limit.forgotten", 10, Duration.ofMinutes(10)),
    /** Filling the commercial desks with requests, and having acknowledgements sent to somebody (C18). */
    CONTACT("/contact(\\.xhtml|/.*)?|/api/v1/contact-requests/?", "halle.limit.contact", 10, Duration.ofMinutes(10)),
    /** Writing in conversations, and guessing their links. */
    CONVERSATION("/conversation/say", "halle.limit.conversation", 30, Duration.ofMinutes(10)),
    /** Trying order numbers, and having mails sent to somebody. */
    TRACK("/track(\\.xhtml|/.*)?", "halle.limit.track", 10, Duration.ofMinutes(10));

    private final Pattern paths;
    private final String setting;
    private final int otherwise;
    private final Duration window;

    Limited(String paths, String setting, int otherwise, Duration window) {
        this.paths = Pattern.compile(paths);
        this.setting = setting;
        this.otherwise = otherwise;
        this.window = window;
    }

    /** What a request to this path would be; empty where it may be made as often as one likes. */
    public static Optional<Limited> of(String path) {
        return Arrays.stream(values())
                .filter(limited -> limited.paths.matcher(path).matches())
                .findFirst();
    }

    /** How many times in a window; 0: as many as one likes. */
    int most() {
        return Integer.parseInt(Environment.setting(setting, Integer.toString(otherwise)));
    }

    Duration window() {
        return window;
    }
}
