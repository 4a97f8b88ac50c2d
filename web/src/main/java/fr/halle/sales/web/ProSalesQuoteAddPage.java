package fr.halle.sales.web;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.identity.web.CurrentActor;
import fr.halle.order.web.Typed;
import fr.halle.outside.service.OutsideCatalogueUnknown;
import fr.halle.outside.service.OutsideNotConnected;
import fr.halle.outside.service.OutsideSilent;
import fr.halle.sales.service.CatalogueLines;
import fr.halle.sales.service.FreeLine;
import fr.halle.sales.service.OfferKind;
import fr.halle.sales.service.OfferRow;
import fr.halle.sales.service.QuoteHead;
import fr.halle.sales.service.QuoteLines;
import fr.halle.sales.service.QuoteOffers;
import fr.halle.sales.service.QuoteRefused;
import fr.halle.sales.service.QuoteUnknown;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * "Ajouter une prestation" (S05): the kind, the tariff, then what can be had during the stay, complete ones grey; "Divers" beneath
 * (S06). Each row is a form by itself, so that the page works without script.
 */
@Named
@RequestScoped
public class ProSalesQuoteAddPage {

    /** Rows that a screen shows at once. */
    private static final int FEW = 12;

    @Inject
    private QuoteForm form;

    @Inject
    private QuoteOffers offers;

    @Inject
    private QuoteLines lines;

    @Inject
    private CatalogueLines catalogueLines;

    @Inject
    private CurrentActor actor;

    @Inject
    private Words words;

    private List<OfferKind> kinds = List.of();
    private List<String> codes = List.of();
    private List<OfferRow> rows = List.of();
    private List<QuoteOffers.Stand> stands = List.of();
    private @Nullable BusinessException silence;

    /** Run before the page is written. */
    public void open() {
        long id = form.id();
        try {
            if (!form.readDraft() || (form.isPosted() && add(id))) {
                return;
            }
            kinds = offers.kinds(actor.get(), id);
            codes = offers.codes(actor.get(), id);
            stands = offers.stands(actor.get(), id);
            read(id);
        } catch (QuoteUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private void read(long id) {
        try {
            rows = offers.rows(actor.get(), id, getKind(), getCode(), getFilter(), stay());
        } catch (OutsideSilent | OutsideCatalogueUnknown | OutsideNotConnected outside) {
            silence = (BusinessException) outside;
        }
    }

    private boolean add(long id) {
        try {
            if (isFree()) {
                lines.addFree(actor.get(), id, free());
            } else {
                offered(id);
            }
            SeeOther.at(form.address("&done=added#prestations"));
            return true;
        } catch (NotAllowed | QuoteUnknown notTheirs) {
            throw notTheirs;
        } catch (BusinessException refused) {
            form.refuse(refused, QuoteForm.UNPROCESSABLE);
            return false;
        }
    }

    private void offered(long id) {
        String code = getCode();
        String outside = form.text("outside");
        Long product = form.number("product");
        if (code == null || outside.isEmpty()) {
            lines.addFromCatalog(actor.get(), id, choice(product), Map.of());
            return;
        }
        CatalogueLines.Wanted wanted = new CatalogueLines.Wanted(code, outside, stay());
        if (product == null) {
            catalogueLines.addNotOnLine(actor.get(), id, wanted, instant("startsAt"), form.number("shop"), quantity());
        } else {
            catalogueLines.add(actor.get(), id, wanted, choice(product), Map.of());
        }
    }

    private Choice choice(@Nullable Long product) {
        boolean lodging = form.text("lodging").equals("1");
        return new Choice(
                product == null ? 0 : product,
                form.number("variant"),
                lodging ? 1 : quantity(),
                Typed.day(form.text("startsOn")),
                Typed.day(form.text("endsOn")),
                instant("startsAt"),
                form.text("size").isEmpty() ? null : form.text("size"),
                lodging ? persons(getHead().adults(), 1) : null,
                lodging ? persons(getHead().children(), 0) : null);
    }

    private static Integer persons(@Nullable Integer counted, int least) {
        return counted == null ? least : Math.max(least, counted);
    }

    private FreeLine free() {
        Long cents = Typed.cents(form.text("price"));
        Long vat = form.number("vat");
        return new FreeLine(
                form.number("shop"),
                Arrays.stream(ProductKind.values())
                        .filter(one -> one.name().equals(form.text("freeKind")))
                        .findFirst()
                        .orElse(null),
                form.text("label"),
                cents == null ? -1 : cents,
                vat == null || vat > Integer.MAX_VALUE ? -1 : vat.intValue(),
                quantity(),
                form.day("freeFrom", "startsOn"),
                form.day("freeTo", "endsOn"));
    }

    private long quantity() {
        Long quantity = form.number("quantity");
        return quantity == null ? 0 : quantity;
    }

    private @Nullable Instant instant(String name) {
        try {
            return form.text(name).isEmpty() ? null : Instant.parse(form.text(name));
        } catch (DateTimeException forged) {
            return null;
        }
    }

    public QuoteHead getHead() {
        return form.head();
    }

    public List<OfferKind> getKinds() {
        return kinds;
    }

    /** What was asked for, else the first there is. */
    public OfferKind getKind() {
        return OfferKind.named(form.text("kind")).orElseGet(() -> kinds.isEmpty() ? OfferKind.FREE : kinds.get(0));
    }

    public List<String> getCodes() {
        return codes;
    }

    /** The catalogue that was asked for, null for the public price. */
    public @Nullable String getCode() {
        return form.text("tariff").isEmpty() ? null : form.text("tariff");
    }

    public String getFilter() {
        String filter = form.text("q");
        return filter.length() > 60 ? filter.substring(0, 60) : filter;
    }

    /** The days that were asked for, else the stay's. */
    private QuoteOffers.Stay stay() {
        QuoteOffers.Stay usual = offers.stay(getHead());
        LocalDate from = Typed.day(form.text("from"));
        LocalDate until = Typed.day(form.text("until"));
        return from == null || until == null ? usual : new QuoteOffers.Stay(from, until);
    }

    public LocalDate getFrom() {
        return stay().from();
    }

    public LocalDate getUntil() {
        return stay().to();
    }

    /** One product with its times, sizes and kinds; opened where there is little to see. */
    public record Product(
            String name, String seller, @Nullable Long fromCents, List<OfferRow> rows, boolean open) {}

    /** What is offered, by product, in its order. */
    public List<Product> getProducts() {
        Map<@Nullable Object, List<OfferRow>> byProduct = new LinkedHashMap<>();
        rows.forEach(row -> byProduct
                .computeIfAbsent(row.productId() == null ? row.outsideId() : row.productId(), key -> new ArrayList<>())
                .add(row));
        return byProduct.values().stream()
                .map(of -> new Product(
                        of.get(0).name(),
                        of.get(0).seller(),
                        of.stream()
                                .map(OfferRow::unitCents)
                                .filter(Objects::nonNull)
                                .min(Comparator.naturalOrder())
                                .orElse(null),
                        of,
                        rows.size() <= FEW || byProduct.size() == 1))
                .toList();
    }

    public List<QuoteOffers.Stand> getStands() {
        return stands;
    }

    /** Whether who sells a free prestation has to be chosen: the portal's own desk sells for all. */
    public boolean isForAll() {
        return getHead().merchantId() == null;
    }

    public List<ProductKind> getFreeKinds() {
        return List.of(ProductKind.values());
    }

    public List<Integer> getVats() {
        return List.of(2000, 1000, 550, 210, 0);
    }

    /** Whether this is what was chosen; compared as text, since a forged choice is no number and no kind. */
    public boolean chose(String name, Object value) {
        return form.text(name).equals(value.toString());
    }

    public boolean isSilent() {
        return silence != null;
    }

    /** How many of a row are put into its field: lessons and gear for all persons of the stay, one of anything else. */
    public int getUsual() {
        Integer adults = getHead().adults();
        Integer children = getHead().children();
        int all = (adults == null ? 0 : adults) + (children == null ? 0 : children);
        boolean each =
                getKind() == OfferKind.RENTAL || getKind() == OfferKind.PASSES || getKind() == OfferKind.ACTIVITIES;
        return each ? Math.max(1, all) : 1;
    }

    /** What a field of "Divers" shows. */
    public String typed(String name) {
        return form.text(name);
    }

    public String wrong(String field) {
        return isFree() ? form.wrong(field) : "";
    }

    private boolean isFree() {
        return form.text("what").equals("free");
    }

    /** What is said on top. */
    public String getRefusal() {
        BusinessException refusal = form.refusal() == null ? silence : form.refusal();
        boolean beside = isFree() && refusal instanceof QuoteRefused;
        return refusal == null || beside ? "" : words.refusal(refusal);
    }
}
