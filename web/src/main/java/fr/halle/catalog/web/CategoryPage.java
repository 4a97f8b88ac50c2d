package fr.halle.catalog.web;

import fr.halle.catalog.model.Category;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** {@code /category/{slug}}: what is sold in a category, twenty-four at a time. */
@Named
@RequestScoped
public class CategoryPage {

    @Inject
    private PageAddress address;

    @Inject
    private Listing listing;

    private @Nullable Category category;

    public void load() {
        Category known = listing.category(address.slug());
        if (known == null) {
            PageAddress.notFound();
            return;
        }
        category = known;
        listing.read(known.slug(), null);
    }

    public @Nullable Category getCategory() {
        return category;
    }
}
