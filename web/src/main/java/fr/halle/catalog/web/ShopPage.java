package fr.halle.catalog.web;

import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.Shopfront;
import fr.halle.merchant.service.Shopfronts;
import fr.halle.merchant.service.Shops;
import fr.halle.merchant.service.Terms;
import fr.halle.merchant.service.TermsVersion;
import fr.halle.merchant.web.ShopWords;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.FormatsBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /shop/{slug}}: who sells, when it is open, how things are collected, and everything it sells. */
@Named
@RequestScoped
public class ShopPage {

    @Inject
    private PageAddress address;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Shopfronts fronts;

    @Inject
    private Shops shops;

    @Inject
    private Terms terms;

    @Inject
    private Listing listing;

    @Inject
    private ShopWords words;

    @Inject
    private FormatsBean formats;

    @Inject
    private Lengths lengths;

    private @Nullable Shopfront front;
    private @Nullable Shop shop;

    public void load() {
        front = fronts.bySlug(portal.getId(), address.slug(), language.getCode())
                .orElse(null);
        if (front == null) {
            PageAddress.notFound();
            return;
        }
        shop = shops.byId(front.shopId());
        listing.readShop(front.slug());
    }

    public @Nullable Shopfront getFront() {
        return front;
    }

    public @Nullable Shop getShop() {
        return shop;
    }

    public ShopWords.Said getNow() {
        return words.now(Objects.requireNonNull(shop));
    }

    public ShopWords.@Nullable Notice getNotice() {
        return words.notice(Objects.requireNonNull(shop));
    }

    public List<ShopWords.DayLine> getWeek() {
        return words.week(Objects.requireNonNull(shop));
    }

    public List<String> getExceptions() {
        return words.exceptions(Objects.requireNonNull(shop));
    }

    public String getDeliveryArea() {
        return Objects.requireNonNull(shop).deliveryArea(language.getCode());
    }

    public String getDeliveryFee() {
        return formats.cents(Objects.requireNonNull(shop).deliveryFeeCents());
    }

    /** How long it needs before a pickup, in words. */
    public String getLead() {
        return lengths.minutes(Objects.requireNonNull(shop).leadMinutes());
    }

    public String getTel() {
        return Tel.href(Objects.requireNonNull(shop).phone());
    }

    /** Null where it has published none. */
    public @Nullable String getTermsHref() {
        return terms.current(portal.getId(), Objects.requireNonNull(front).merchantId(), language.getCode())
                .map(TermsVersion::id)
                .map(id -> "/terms/" + id)
                .orElse(null);
    }
}
