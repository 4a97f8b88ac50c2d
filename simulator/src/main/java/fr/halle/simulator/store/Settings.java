package fr.halle.simulator.store;

import java.util.Locale;

/** What the machine tells the simulator: a system property, else the environment's variable of the same name. */
public final class Settings {

    private Settings() {}

    /** The client the API knows; the shop's adapter reads the same setting. */
    public static String clientId() {
        return read("halle.provider.clientId", "halle-demo");
    }

    /** The secret of the Basic authentication that buys a bearer token. */
    public static String apiKey() {
        return read("halle.provider.apiKey", "halle-demo-key");
    }

    /** Whether pay-ins without a page are allowed (load tests only). */
    public static boolean instantAllowed() {
        return Boolean.parseBoolean(read("halle.payment.instant", "false"));
    }

    /** How long the browser of the time-out card waits for its way back. */
    public static int lateSeconds() {
        return Integer.parseInt(read("halle.simulator.lateSeconds", "10"));
    }

    /** Where browsers reach the simulator, when that is not where the API is called. */
    public static String publicUrl(String otherwise) {
        return read("halle.simulator.publicUrl", otherwise);
    }

    /** What an account of the outside system signs with, empty for one it does not know; the shop reads the same setting. */
    public static String outsideKey(String account) {
        return read("halle.outside.key." + account.replace('-', '_'), "");
    }

    static String read(String key, String otherwise) {
        String value = System.getProperty(key);
        if (value == null || value.isBlank()) {
            value = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_'));
        }
        return value == null || value.isBlank() ? otherwise : value;
    }
}
