package fr.halle.outside.service;

import fr.halle.shared.model.Environment;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/**
 * The accounts that desks have at the outside system. They come from the machine's settings and not from the database, so that no
 * backup holds a key: {@code halle.outside.url}, and {@code halle.outside.key.<portal>.<merchant>} for each desk that is connected
 * (dashes written as underscores; a portal's own desk: {@code halle.outside.key.<portal>}).
 */
@Service
public class OutsideAccounts {

    private static final int SHORTEST_KEY = 32;

    @Inject
    private Sql sql;

    /**
     * Empty where the desk has no account.
     *
     * @throws IllegalStateException when its key is too short to keep anybody out
     */
    Optional<OutsideAccount> of(long deskId) {
        return sql.one(
                        "select p.slug || coalesce('.' || m.slug, '') as name from sales_desk d"
                                + " join portal p on p.id = d.portal_id left join merchant m on m.id = d.merchant_id where d.id = ?",
                        row -> row.text("name"),
                        deskId)
                .flatMap(OutsideAccounts::named);
    }

    private static Optional<OutsideAccount> named(String name) {
        String url = Environment.setting("halle.outside.url", "");
        String key = Environment.setting(
                "halle.outside.key." + name.toLowerCase(Locale.ROOT).replace('-', '_'), "");
        if (url.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalStateException("halle.outside.key." + name + " has fewer than 32 characters");
        }
        return Optional.of(new OutsideAccount(url, name, key));
    }
}
