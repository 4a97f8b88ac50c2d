package fr.halle.catalog.web;

import fr.halle.catalog.model.ProductCard;
import fr.halle.catalog.model.ProductKind;
import fr.halle.merchant.model.Slot;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.Shops;
import fr.halle.merchant.service.Slots;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.Assets;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes products as lists show them; a page of cards is then nothing but texts. Whatever the number of cards, when they can be fetched is asked once. */
@RequestScoped
public class Cards {

    @Inject
    private Assets assets;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    @Inject
    private Shops shops;

    @Inject
    private Slots slots;

    @Inject
    private HalleClock clock;

    private record Status(String tone, String text) {}

    public List<Card> of(List<ProductCard> products) {
        Formats in = formats.in();
        String from = words.text("card.from");
        String perKilo = words.text("card.perKilo");
        Function<ProductCard, Status> statuses = statuses(products);
        return products.stream()
                .map(product -> card(product, statuses.apply(product), in, from, perKilo))
                .toList();
    }

    private Card card(ProductCard product, Status status, Formats in, String from, String perKilo) {
        return new Card(
                "/product/" + product.slug(),
                assets.picture(product.picture()),
                product.alt(),
                product.name(),
                product.shopName(),
                product.summary(),
                status.tone(),
                status.text(),
                hasOnePrice(product.kind()) ? "" : from,
                in.cents(product.fromCents()),
                product.byWeight() ? perKilo : product.unit());
    }

    private Function<ProductCard, Status> statuses(List<ProductCard> products) {
        Map<Long, Shop> sellers = shops.byIds(products.stream()
                .filter(Cards::isFetched)
                .map(ProductCard::shopId)
                .collect(Collectors.toSet()));
        Map<Long, Slot> first = slots.firstOf(sellers.values());
        return product -> status(product, sellers.get(product.shopId()), first.get(product.shopId()));
    }

    private Status status(ProductCard product, @Nullable Shop seller, @Nullable Slot first) {
        Long left = product.left();
        if (left != null && left <= 0) {
            return new Status("off", words.text("card.soldOut"));
        }
        String few = left == null || left > Left.FEW || product.byWeight() ? "" : words.text("card.few", left);
        String said = Stream.of(few, collection(product, seller, first))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Status(
                few.isEmpty() ? "ok" : "warn",
                said.isEmpty() ? "" : said.substring(0, 1).toUpperCase(words.locale()) + said.substring(1));
    }

    private String collection(ProductCard product, @Nullable Shop seller, @Nullable Slot first) {
        if (!isFetched(product) || seller == null) {
            return "";
        }
        if (first != null) {
            Formats in = formats.in();
            LocalDate day = first.date();
            return words.text(
                    "card.pickup",
                    near(day, in.shortDay(day)),
                    in.time(first.start().toLocalTime()));
        }
        return seller.delivery() ? words.text("card.delivered") : "";
    }

    /** What is hired is fetched on a day that is chosen; goods as soon as they are ready. */
    private static boolean isFetched(ProductCard product) {
        return product.collected() && product.kind() == ProductKind.GOODS;
    }

    /** Today and tomorrow by their names. @param otherwise what other days are called */
    String near(LocalDate day, String otherwise) {
        LocalDate today = clock.today();
        if (day.equals(today)) {
            return words.text("index.today");
        }
        return day.equals(today.plusDays(1)) ? words.text("index.tomorrow") : otherwise;
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
