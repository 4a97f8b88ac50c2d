package fr.halle.catalog.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an insurance covers and costs, as kept in {@code product.terms}.
 *
 * @param rateBp the premium's share of the insured lines, basis points
 * @param minCents the least premium, cents
 */
public record InsuranceTerms(int rateBp, @Nullable Long minCents, Set<ProductKind> insuredKinds) {

    public long least() {
        return minCents == null ? 0 : minCents;
    }
}
