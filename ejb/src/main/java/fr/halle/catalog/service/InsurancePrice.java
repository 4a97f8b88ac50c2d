package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.InsuranceTerms;
import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.model.Rates;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A share of what is insured among the other lines, tourist tax left out, and at least the least premium. One per basket. */
final class InsurancePrice implements PriceRule {

    @Override
    public @Nullable Want want(Offer offer, Choice choice, Now now) {
        offer.chosen(choice);
        if (choice.quantity() != 1) {
            throw new ChoiceRefused("quantity", Reason.ONE_ONLY);
        }
        return null;
    }

    /** What it costs depends on the other lines: see {@link #premium}. */
    @Override
    public void price(Offer offer, Choice choice, Now now, Quote quote) {
        premium(offer, 0, quote);
    }

    static void premium(Offer offer, long insuredCents, Quote quote) {
        InsuranceTerms terms = offer.product().terms(InsuranceTerms.class);
        long premium = Math.max(terms.least(), Rates.share(insuredCents, terms.rateBp()));
        quote.costs(premium, premium);
        if (insuredCents == 0) {
            quote.refuse(new ChoiceRefused("productId", Reason.NOTHING_INSURED));
        }
    }

    /** What of this it covers, in cents. @param netCents by kind */
    static long insured(Offer offer, Map<ProductKind, Long> netCents) {
        InsuranceTerms terms = offer.product().terms(InsuranceTerms.class);
        return terms.insuredKinds().stream()
                .mapToLong(kind -> netCents.getOrDefault(kind, 0L))
                .sum();
    }
}
