package fr.halle.catalog.web;

import fr.halle.catalog.model.Category;
import fr.halle.catalog.model.ProductPage;
import fr.halle.catalog.model.ProductQuery;
import fr.halle.catalog.model.ProductSort;
import fr.halle.catalog.service.Catalog;
import fr.halle.merchant.service.Shopfronts;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list of products with what narrows it (a merchant, a highest price, a day on which it can be had) and its order. All of it is in the address. */
@Named("listing")
@RequestScoped
public class Listing {

    static final int A_PAGE = 24;

    private static final Set<String> NO_FILTERS = Set.of("q", "sort");
    private static final long HIGHEST_CENTS = 100_000_000;

    @Inject
    private Catalog catalog;

    @Inject
    private Shopfronts fronts;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private PageAddress address;

    @Inject
    private Cards cards;

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    private final Map<String, String> asked = new LinkedHashMap<>();
    private List<Card> found = List.of();
    private List<Facet> shops = List.of();
    private List<Facet> categories = List.of();
    private ProductSort sort = ProductSort.OURS;
    private boolean sortUnknown;
    private @Nullable String maxUnread;
    private @Nullable String next;
    private int total;

    /** One value that the list can be narrowed to. @param checked {@code checked} or null, as the attribute wants it */
    public record Facet(
            String value,
            String name,
            String count,
            @Nullable String checked) {}

    /** An order to list in. @param selected {@code selected} or null, as the attribute wants it */
    public record Order(String value, String name, @Nullable String selected) {}

    /** What a form sends along. */
    public record Kept(String name, String value) {}

    /** A filter that is on. @param without this page without it */
    public record Applied(String text, String without) {}

    /** @param category the category whose page this is, null in a search */
    void read(@Nullable String category, @Nullable String q) {
        long portalId = portal.getId();
        String wanted = category != null ? category : address.text("category");
        String shop = address.text("shop");
        LocalDate on = address.date("on");
        Long most = most();
        keep("q", q);
        keep("category", category == null ? wanted : null);
        keep("shop", shop);
        keep("on", on == null ? null : on.toString());
        keep("max", most == null ? null : BigDecimal.valueOf(most, 2).toPlainString());
        list(new ProductQuery(q, wanted, shop, null, on, most, sort(), A_PAGE, address.text("after")));
        if (category == null) {
            categories = catalog.categories(portalId, language.getCode()).stream()
                    .map(one -> facet(one.slug(), one.name(), q == null ? one.products() : 0, wanted))
                    .toList();
        } else {
            shops = fronts.sellers(portalId, category).stream()
                    .map(one -> facet(one.slug(), one.name(), one.products(), shop))
                    .toList();
        }
    }

    /** Everything that one shop sells. */
    void readShop(String slug) {
        list(new ProductQuery(null, null, slug, null, null, null, sort(), A_PAGE, address.text("after")));
    }

    private void list(ProductQuery query) {
        ProductPage page = page(query);
        found = cards.of(page.products());
        total = page.total();
        next = page.next();
    }

    private ProductPage page(ProductQuery query) {
        try {
            return catalog.list(portal.getId(), language.getCode(), query);
        } catch (IllegalArgumentException forgedAfter) {
            return catalog.list(portal.getId(), language.getCode(), query.after(null));
        }
    }

    /** An order that we do not know is told, and the list is in ours. */
    private ProductSort sort() {
        String word = address.text("sort");
        sort = word == null ? ProductSort.OURS : ProductSort.of(word).orElse(ProductSort.OURS);
        sortUnknown = word != null && ProductSort.of(word).isEmpty();
        if (sortUnknown) {
            badRequest();
        }
        keep("sort", sort == ProductSort.OURS ? null : sort.word());
        return sort;
    }

    /** The highest price in cents; one that cannot be read is told beside its field, and limits nothing. */
    private @Nullable Long most() {
        String typed = address.text("max");
        Long most = cents(typed);
        if (typed != null && most == null) {
            maxUnread = typed;
            badRequest();
        }
        return most;
    }

    private static void badRequest() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_BAD_REQUEST);
    }

    private void keep(String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    /** @param count how many the whole category or shop sells, 0 where another number would be expected */
    private static Facet facet(String value, String name, int count, @Nullable String chosen) {
        return new Facet(
                value, name, count == 0 ? "" : Integer.toString(count), value.equals(chosen) ? "checked" : null);
    }

    /** What a person types as an amount, {@code 12,50 €}, in cents; null where it is none. */
    static @Nullable Long cents(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String digits = text.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.');
        if (!digits.matches("\\d{1,7}(\\.\\d{1,2})?")) {
            return null;
        }
        long cents = new BigDecimal(digits)
                .movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
        return Math.min(cents, HIGHEST_CENTS);
    }

    public List<Card> getCards() {
        return found;
    }

    public List<Facet> getShops() {
        return shops;
    }

    public List<Facet> getCategories() {
        return categories;
    }

    public @Nullable String getOn() {
        return asked.get("on");
    }

    public @Nullable String getMax() {
        String max = asked.get("max");
        return max == null ? maxUnread : language.isFrench() ? max.replace('.', ',') : max;
    }

    public boolean isMaxUnread() {
        return maxUnread != null;
    }

    public @Nullable String getQ() {
        return asked.get("q");
    }

    /** The orders to choose from; ours is by likeness in a search. */
    public List<Order> getOrders() {
        return Arrays.stream(ProductSort.values())
                .map(one -> new Order(one.word(), name(one), one == sort ? "selected" : null))
                .toList();
    }

    private String name(ProductSort one) {
        boolean search = one == ProductSort.OURS && asked.containsKey("q");
        return words.text("listing.sort." + (search ? "RELEVANCE" : one.name()));
    }

    public boolean isSortUnknown() {
        return sortUnknown;
    }

    /** The order, where it is not ours: what filters are sent along with. */
    public @Nullable String getSort() {
        return asked.get("sort");
    }

    /** What narrows the list: what an order is sent along with. */
    public List<Kept> getKept() {
        return asked.entrySet().stream()
                .filter(one -> !one.getKey().equals("sort"))
                .map(one -> new Kept(one.getKey(), one.getValue()))
                .toList();
    }

    public String getTotal() {
        return words.count("listing.products", total);
    }

    /** Whether nothing fits. */
    public boolean isNothing() {
        return found.isEmpty();
    }

    /** @return this page's continuation, null at the end */
    public @Nullable String getNextHref() {
        if (next == null) {
            return null;
        }
        String here = href(asked.keySet());
        return here + (here.contains("?") ? "&" : "?") + "after=" + encode(next);
    }

    /** Where this list begins, null where that is here. */
    public @Nullable String getFirstHref() {
        return address.text("after") == null ? null : href(asked.keySet());
    }

    public String getCleared() {
        return href(NO_FILTERS);
    }

    public List<Applied> getApplied() {
        List<Applied> applied = new ArrayList<>();
        for (String name : asked.keySet()) {
            if (!NO_FILTERS.contains(name)) {
                Set<String> others = new HashSet<>(asked.keySet());
                others.remove(name);
                applied.add(new Applied(said(name), href(others)));
            }
        }
        return applied;
    }

    private String said(String name) {
        String value = Objects.requireNonNull(asked.get(name));
        return switch (name) {
            case "on" -> words.text("listing.hadOn", formats.in().day(LocalDate.parse(value)));
            case "max" -> words.text("listing.upTo", formats.cents(Objects.requireNonNull(cents(value))));
            case "shop" -> named(shops, value);
            default -> named(categories, value);
        };
    }

    private static String named(List<Facet> facets, String value) {
        return facets.stream()
                .filter(facet -> facet.value().equals(value))
                .map(Facet::name)
                .findFirst()
                .orElse(value);
    }

    /** The beginning of this list with these of its parameters. */
    private String href(Set<String> with) {
        String query = asked.entrySet().stream()
                .filter(one -> with.contains(one.getKey()))
                .map(one -> one.getKey() + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&"));
        return address.getPath() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The category of this slug, if the portal has it. */
    @Nullable
    Category category(String slug) {
        return catalog.categories(portal.getId(), language.getCode()).stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElse(null);
    }
}
