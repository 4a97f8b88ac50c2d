package fr.halle.catalog.web;

import fr.halle.catalog.model.Category;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /category/{slug}}: what is sold in a category, twenty-four at a time. */
@Named
@RequestScoped
public class CategoryPage {

    @Inject
    private PageAddress address;

    @Inject
    private Listing listing;

    @Inject
    private Words words;

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

    /** « 10 produits chez 3 marchands »: of the whole category, whatever the list is narrowed to. */
    public String getLead() {
        Category shown = Objects.requireNonNull(category);
        return words.count("listing.products", shown.products()) + " "
                + words.count("category.sellers", listing.getShops().size());
    }
}
