package fr.halle.sales.service;

import fr.halle.catalog.model.ProductKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * "Divers" as it is typed (S06): a label and a price, and what the ledger and the right of withdrawal need to know of it.
 *
 * @param shopId who sells it; the desk's own shop where it is a merchant's
 * @param kind null where none was chosen; decides the right of withdrawal: what is done on a set date has none (Code de la consommation, L221-28 12°)
 * @param unitCents cents of one, VAT included
 * @param vatBp basis points
 * @param startsOn with or without {@code endsOn}
 */
public record FreeLine(
        @Nullable Long shopId,
        @Nullable ProductKind kind,
        String label,
        long unitCents,
        int vatBp,
        long quantity,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
