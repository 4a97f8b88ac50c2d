package fr.halle.merchant.web;

import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.Shopfront;
import fr.halle.merchant.service.Shopfronts;
import fr.halle.merchant.service.Shops;
import fr.halle.shared.web.Assets;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All the shops of a portal, each with whether it is open now. */
@Named
@RequestScoped
public class ShopsPage {

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Shopfronts fronts;

    @Inject
    private Shops shops;

    @Inject
    private ShopWords shopWords;

    @Inject
    private Words words;

    @Inject
    private Assets assets;

    private List<Line> lines = List.of();

    /** @param tone of the look's status */
    public record Line(
            String href,
            String picture,
            String name,
            String tagline,
            String tone,
            boolean open,
            String state,
            String city,
            String products) {}

    /** Read once a request. */
    public List<Line> getLines() {
        if (lines.isEmpty()) {
            List<Shopfront> all = fronts.all(portal.getId(), language.getCode());
            Map<Long, Shop> known =
                    shops.byIds(all.stream().map(Shopfront::shopId).toList());
            lines = all.stream()
                    .filter(front -> known.containsKey(front.shopId()))
                    .map(front -> line(front, Objects.requireNonNull(known.get(front.shopId()))))
                    .toList();
        }
        return lines;
    }

    private Line line(Shopfront front, Shop shop) {
        ShopWords.Said now = shopWords.now(shop);
        return new Line(
                "/shop/" + front.slug(),
                assets.picture(front.picture()),
                front.name(),
                front.tagline(),
                now.tone(),
                now.open(),
                now.text(),
                shop.city(),
                words.count("shops.products", front.products()));
    }
}
