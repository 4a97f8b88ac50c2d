package fr.halle.catalog.web;

import fr.halle.catalog.model.ProductCard;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductQuery;
import fr.halle.catalog.service.Catalog;
import fr.halle.catalog.service.Upcoming;
import fr.halle.merchant.model.Slot;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.Shops;
import fr.halle.merchant.service.Slots;
import fr.halle.merchant.web.ShopsPage;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.Assets;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A portal's home: what comes next, who is open, the categories, a few products of each. */
@Named
@RequestScoped
public class IndexPage {

    private static final int PICKS = 8;
    private static final int FEW = 4;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    @Inject
    private Catalog catalog;

    @Inject
    private Upcoming upcoming;

    @Inject
    private Shops shops;

    @Inject
    private Slots slots;

    @Inject
    private ShopsPage allShops;

    @Inject
    private Cards cards;

    @Inject
    private Assets assets;

    private List<Card> picks = List.of();
    private List<Entry> agenda = List.of();

    /** A line of the agenda. @param datetime for machines */
    public record Entry(String time, String datetime, String href, String name, String price, String by) {}

    public record Tile(String href, String picture, String name, String products) {}

    /** The words of this preset's home. */
    public String word(String key) {
        return words.text("index." + portal.getTheme() + "." + key);
    }

    /** Read once a request. */
    public List<Card> getPicks() {
        if (picks.isEmpty()) {
            ProductQuery some = ProductQuery.first(ProductQuery.MOST);
            picks = cards.of(Cards.varied(
                    catalog.list(portal.getId(), language.getCode(), some).products(), PICKS));
        }
        return picks;
    }

    public List<Tile> getTiles() {
        return catalog.categories(portal.getId(), language.getCode()).stream()
                .filter(category -> category.products() > 0)
                .map(category -> new Tile(
                        "/category/" + category.slug(),
                        assets.picture(category.picture()),
                        category.name(),
                        words.count("listing.products", category.products())))
                .toList();
    }

    /** Those that are open first. */
    public List<ShopsPage.Line> getOpenShops() {
        return allShops.getLines().stream()
                .sorted(Comparator.comparing(ShopsPage.Line::open).reversed())
                .limit(FEW)
                .toList();
    }

    /** Says « open » only where somebody is. */
    public String getOpenTitle() {
        boolean any = allShops.getLines().stream().anyMatch(ShopsPage.Line::open);
        return words.text(any ? "index.openNow" : "index.openSoon");
    }

    public List<ShopsPage.Line> getShops() {
        return allShops.getLines().stream().limit(FEW).toList();
    }

    public String getAllShops() {
        return words.count("index.allShops", allShops.getLines().size());
    }

    /** The next outings in a resort; in a town, when the first pickups are. */
    public List<Entry> getAgenda() {
        if (agenda.isEmpty()) {
            agenda = portal.getTheme().equals("montagne") ? outings() : pickups();
        }
        return agenda;
    }

    private List<Entry> outings() {
        Formats in = formats.in();
        return upcoming.outings(portal.getId(), FEW, language.getCode()).stream()
                .map(outing -> new Entry(
                        in.time(outing.startsAt()),
                        outing.startsAt().toString(),
                        "/product/" + outing.slug(),
                        outing.name(),
                        in.cents(outing.fromCents()),
                        day(outing.startsAt().atZone(HalleClock.PARIS).toLocalDate()) + " · " + outing.seller() + " · "
                                + words.count("index.places", outing.left())))
                .toList();
    }

    /** Of the shops that sell goods: who hires something out is fetched from on another day. */
    private List<Entry> pickups() {
        ProductQuery goods = new ProductQuery(null, null, null, ProductKind.GOODS, null, null, ProductQuery.MOST, null);
        Map<Long, Shop> known = shops.byIds(catalog.list(portal.getId(), language.getCode(), goods).products().stream()
                .map(ProductCard::shopId)
                .collect(Collectors.toSet()));
        return slots.firstOf(known.values()).entrySet().stream()
                .map(first -> pickup(Objects.requireNonNull(known.get(first.getKey())), first.getValue()))
                .sorted(Comparator.comparing(Entry::datetime).thenComparing(Entry::name))
                .limit(FEW)
                .toList();
    }

    private Entry pickup(Shop shop, Slot slot) {
        return new Entry(
                formats.in().time(slot.start().toLocalTime()),
                slot.startsAt().toString(),
                "/shop/" + shop.slug(),
                Objects.requireNonNull(shop.name()),
                "",
                day(slot.date()) + " · " + shop.street());
    }

    private String day(LocalDate day) {
        return cards.near(day, formats.in().day(day));
    }
}
