package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import org.jspecify.annotations.Nullable;

/** How one kind is priced and counted. */
interface PriceRule {

    /**
     * Which rows of {@code capacity} the choice is about; null where nothing is counted.
     *
     * @throws fr.halle.catalog.model.ChoiceRefused for a choice that cannot be, whatever is left
     */
    @Nullable
    Want want(Offer offer, Choice choice, Now now);

    /** @throws fr.halle.catalog.model.ChoiceRefused as above, and for what is not offered at all */
    void price(Offer offer, Choice choice, Now now, Quote quote);
}
