package fr.halle.sales.model;

import fr.halle.portal.model.Setting;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a portal decides about its commercial desks. */
public final class SalesSettings {

    private static final String COMMA = ",";
    private static final int MOST_ORIGINS = 50;

    /**
     * Where customers' replies come in: {@code reponse+{key}@mairie.fr}, where {@code {key}} stands for the request's own. Empty:
     * replies go to the desk's mailbox, and are not read here.
     */
    public static final Setting<String> REPLY_ADDRESS =
            Setting.text("sales.reply_address", ReplyAddress::checked).asked("C23");

    /** Which sites may show the contact form: origins, separated by commas. Empty: nobody but ourselves. */
    public static final Setting<String> FORM_ORIGINS =
            Setting.text("sales.form_origins", SalesSettings::origins).asked("C18");

    public static final List<Setting<?>> ALL = List.of(REPLY_ADDRESS, FORM_ORIGINS);

    private SalesSettings() {}

    /** Those that may show the form, each as a browser writes it. */
    public static List<String> allowed(String origins) {
        return origins.isEmpty() ? List.of() : List.of(origins.split(COMMA));
    }

    private static String origins(String typed) {
        List<String> all = Arrays.stream(typed.strip().split("[\\s,;]+"))
                .map(SalesSettings::origin)
                .distinct()
                .toList();
        if (all.size() > MOST_ORIGINS) {
            throw new IllegalArgumentException("at most " + MOST_ORIGINS + " origins");
        }
        return all.stream().collect(Collectors.joining(COMMA));
    }

    /** {@code https://www.exemple.fr/page} is the site's origin, {@code https://www.exemple.fr}; nothing else may stand in a header. */
    private static String origin(String typed) {
        URI uri = URI.create(typed.toLowerCase(Locale.ROOT));
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("not the origin of a site: " + typed);
        }
        boolean usual = uri.getPort() == -1 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
        return uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort());
    }
}
