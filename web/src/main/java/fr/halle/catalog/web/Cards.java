package fr.halle.catalog.web;

import fr.halle.catalog.model.ProductCard;
import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.service.Formats;
import fr.halle.shared.web.Assets;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes products as lists show them; a page of cards is then nothing but texts. */
@RequestScoped
public class Cards {

    @Inject
    private Assets assets;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    public List<Card> of(List<ProductCard> products) {
        Formats in = formats.in();
        String from = words.text("card.from");
        String gone = words.text("card.soldOut");
        String perKilo = words.text("card.perKilo");
        return products.stream()
                .map(product -> new Card(
                        "/product/" + product.slug(),
                        assets.picture(product.picture()),
                        product.alt(),
                        product.name(),
                        product.shopName(),
                        product.summary(),
                        product.soldOut() ? gone : "",
                        hasOnePrice(product.kind()) ? "" : from,
                        in.cents(product.fromCents()),
                        product.byWeight() ? perKilo : product.unit()))
                .toList();
    }

    /** A few of everything: the first of each category, then the second of each … */
    static List<ProductCard> varied(List<ProductCard> products, int many) {
        Map<String, List<ProductCard>> shelves = new LinkedHashMap<>();
        products.forEach(product -> shelves.computeIfAbsent(product.categorySlug(), slug -> new ArrayList<>())
                .add(product));
        List<ProductCard> varied = new ArrayList<>();
        for (int rank = 0; rank < products.size() && varied.size() < many; rank++) {
            for (List<ProductCard> shelf : shelves.values()) {
                if (rank < shelf.size() && varied.size() < many) {
                    varied.add(shelf.get(rank));
                }
            }
        }
        return varied;
    }

    /** The others have a price for each variant, length or night. */
    private static boolean hasOnePrice(ProductKind kind) {
        return kind == ProductKind.GOODS || kind == ProductKind.GROUP_LESSON;
    }
}
