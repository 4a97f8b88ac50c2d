package fr.halle.outside.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.outside.service.OutsideAnswer.Refused;
import fr.halle.outside.service.OutsideAnswer.Told;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The products and prices of a catalogue (S29, S30), kept in memory for a minute: a secretary leafs through it, and what is sold is
 * asked for again when it is pushed. Not to be called while rows are locked: it waits for an answer.
 */
@Service
public class OutsideCatalogue {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 500;
    private static final int NOT_FOUND = 404;

    @Inject
    private OutsideAccounts accounts;

    @Inject
    private OutsideHttp http;

    @Inject
    private OutsideProducts products;

    @Inject
    private HalleClock clock;

    private final Map<Asked, Kept> kept = new ConcurrentHashMap<>();

    private record Asked(
            long deskId,
            String code,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private record Kept(Instant at, JsonNode answer) {}

    /**
     * What the catalogue offers, in the outside system's order.
     *
     * @param from the first day of the stay, with {@code to}; null for both shows what has no date, and all dates of the rest
     * @param language fr or en
     * @throws OutsideNotConnected when the desk has no account
     * @throws OutsideCatalogueUnknown when the outside system has no such catalogue
     * @throws OutsideSilent when it did not answer
     */
    public List<OutsideProduct> products(
            long deskId, String code, @Nullable LocalDate from, @Nullable LocalDate to, String language) {
        if (!OutsidePaths.isCode(code)) {
            throw new OutsideCatalogueUnknown(code);
        }
        Asked asked = new Asked(deskId, code, from, to);
        Kept known = kept.get(asked);
        if (known == null || known.at().plus(FRESH).isBefore(clock.instant())) {
            if (kept.size() > MOST_KEPT) {
                kept.clear();
            }
            known = new Kept(clock.instant(), ask(asked));
            kept.put(asked, known);
        }
        return products.of(deskId, known.answer(), language);
    }

    private JsonNode ask(Asked asked) {
        OutsideAccount account = accounts.of(asked.deskId()).orElseThrow(OutsideNotConnected::new);
        OutsideAnswer<JsonNode> answer =
                http.get(account, OutsidePaths.products(asked.code(), asked.from(), asked.to()));
        if (answer instanceof Told<JsonNode> told) {
            return told.value();
        }
        if (answer instanceof Refused<JsonNode> refused && refused.status() == NOT_FOUND) {
            throw new OutsideCatalogueUnknown(asked.code());
        }
        throw new OutsideSilent();
    }
}
