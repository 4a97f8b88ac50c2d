package fr.halle.shared.model;

import java.util.Locale;

/** What the machine tells the application: a system property, else the environment's variable of the same name. */
public final class Environment {

    private Environment() {}

    /**
     * Reads {@code key} (such as {@code halle.db.url}) from the system properties, then {@code HALLE_DB_URL} from the environment.
     *
     * @return the first that is not blank, else {@code otherwise}
     */
    public static String setting(String key, String otherwise) {
        String value = System.getProperty(key);
        if (value == null || value.isBlank()) {
            value = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_'));
        }
        return value == null || value.isBlank() ? otherwise : value;
    }
}
