package fr.halle.catalog.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.halle.catalog.model.InsuranceTerms;
import fr.halle.catalog.model.LodgingTerms;
import fr.halle.catalog.model.PassTerms;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductQuery;
import fr.halle.catalog.model.ProductView;
import fr.halle.catalog.service.Catalog;
import fr.halle.merchant.service.Shops;
import fr.halle.merchant.web.ShopWords;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Json;
import fr.halle.shared.web.Assets;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What stands beside a product's form: its price, who sells it, what must be known before buying it. */
@Named("facts")
@RequestScoped
public class ProductFacts {

    private static final int OTHERS = 3;
    private static final ObjectMapper TERMS =
            Json.MAPPER.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    @Inject
    private ProductPage page;

    @Inject
    private Shops shops;

    @Inject
    private ShopWords shopWords;

    @Inject
    private Catalog catalog;

    @Inject
    private Cards cards;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    @Inject
    private Assets assets;

    @Inject
    private Summary summary;

    @Inject
    private HalleClock clock;

    private List<Card> others = List.of();

    public record Fact(String name, String value) {}

    public String getPicture() {
        return assets.picture(page.getProduct().card().picture());
    }

    public String getShopPicture() {
        return assets.picture(page.getProduct().shopPicture());
    }

    public ShopWords.Said getSeller() {
        return shopWords.now(shops.byId(page.getProduct().card().shopId()));
    }

    public String getFrom() {
        ProductView product = page.getProduct();
        boolean several = product.variants().stream()
                        .mapToLong(ProductView.Variant::priceCents)
                        .distinct()
                        .count()
                > 1;
        ProductKind kind = product.card().kind();
        boolean varies = kind == ProductKind.LODGING || kind == ProductKind.RENTAL || kind == ProductKind.INSURANCE;
        return several || varies ? words.text("card.from") : "";
    }

    public String getPrice() {
        return formats.cents(page.getProduct().card().fromCents());
    }

    public String getUnit() {
        ProductView product = page.getProduct();
        String unit = product.card().byWeight()
                ? words.text("card.perKilo")
                : product.card().unit();
        return (unit.isEmpty() ? "" : unit + ", ") + words.text("product.vatIncluded");
    }

    /** How it is collected, the right of withdrawal, the deposit, what only adults may buy. */
    public List<String> getTicks() {
        ProductView product = page.getProduct();
        List<String> ticks = new ArrayList<>();
        ProductKind kind = product.card().kind();
        if (product.card().collected()) {
            if (product.pickup()) {
                ticks.add(words.text("product.pickup", product.card().shopName(), product.shopCity()));
            }
            if (product.delivery()) {
                ticks.add(words.text("product.delivery"));
            }
        } else {
            ticks.add(words.text("product.onSite." + kind));
        }
        if (kind == ProductKind.LODGING) {
            LodgingTerms terms = TERMS.convertValue(product.terms(), LodgingTerms.class);
            if (terms.deposit() < 10_000) {
                ticks.add(summary.deposit(terms));
            }
        }
        ticks.add(words.text("withdrawal." + product.withdrawal()));
        if (product.adultsOnly()) {
            ticks.add(words.text("product.adultsOnly"));
        }
        return ticks;
    }

    public List<Fact> getFacts() {
        ProductView product = page.getProduct();
        List<Fact> facts = new ArrayList<>();
        Formats in = formats.in();
        if (product.card().kind() == ProductKind.GOODS && !product.card().unit().isEmpty()) {
            facts.add(fact("unit", product.card().unit()));
        }
        switch (product.card().kind()) {
            case LODGING -> addStay(facts, TERMS.convertValue(product.terms(), LodgingTerms.class), in);
            case INSURANCE -> addInsurance(facts, TERMS.convertValue(product.terms(), InsuranceTerms.class), in);
            case PASS -> addSeason(facts, TERMS.convertValue(product.terms(), PassTerms.class), in);
            default -> {}
        }
        facts.add(fact(
                "vat",
                product.vatBp() == 0
                        ? words.text("product.vatNone")
                        : words.text("product.vatRate", in.rate(product.vatBp()))));
        return facts;
    }

    private void addStay(List<Fact> facts, LodgingTerms terms, Formats in) {
        facts.add(fact("persons", in.number(terms.persons())));
        if (terms.bedrooms() != null) {
            facts.add(fact("bedrooms", in.number(terms.bedrooms())));
        }
        if (terms.surface() != null) {
            facts.add(fact("surface", in.number(terms.surface()) + "\u00a0m²"));
        }
        if (terms.taxCents() > 0) {
            facts.add(fact("tax", words.text("product.taxRate", in.cents(terms.taxCents()))));
        }
        if (terms.registration() != null) {
            facts.add(fact("registration", terms.registration()));
        }
    }

    private void addInsurance(List<Fact> facts, InsuranceTerms terms, Formats in) {
        String kinds = terms.insuredKinds().stream()
                .sorted()
                .map(kind -> words.text("kind." + kind))
                .collect(Collectors.joining(", "));
        facts.add(fact("insures", kinds));
        facts.add(fact("rate", words.text("product.insuranceRate", in.share(terms.rateBp()), in.cents(terms.least()))));
    }

    private void addSeason(List<Fact> facts, PassTerms terms, Formats in) {
        PassTerms.Season season = terms.season(clock.today());
        if (season != null) {
            facts.add(fact("season", words.text("product.season", in.date(season.from()), in.date(season.to()))));
        }
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text("fact." + key), value);
    }

    /** A few other things of the same shop. */
    public List<Card> getOthers() {
        if (others.isEmpty()) {
            ProductView product = page.getProduct();
            ProductQuery query =
                    ProductQuery.first(OTHERS + 1).ofShop(product.card().shopSlug());
            others = cards.of(catalog.list(portal.getId(), language.getCode(), query).products().stream()
                    .filter(card -> card.id() != product.card().id())
                    .limit(OTHERS)
                    .toList());
        }
        return others;
    }
}
