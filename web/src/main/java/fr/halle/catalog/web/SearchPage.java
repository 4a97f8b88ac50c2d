package fr.halle.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** {@code /search?q=}: what fits the words, best first; without words everything. */
@Named
@RequestScoped
public class SearchPage {

    @Inject
    private PageAddress address;

    @Inject
    private Listing listing;

    public void load() {
        listing.read(null, address.text("q"));
    }

    public @Nullable String getQ() {
        return listing.getQ();
    }
}
