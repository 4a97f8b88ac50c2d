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
import fr.halle.sales.service.QuoteDesk;
import fr.halle.sales.service.QuoteHead;
import fr.halle.sales.service.QuoteLines;
import fr.halle.sales.service.QuoteOffers;
import fr.halle.sales.service.QuoteRefused;
import fr.halle.sales.service.QuoteUnknown;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
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

    private static final int UNPROCESSABLE = 422;

    /** Rows that a screen shows at once. */
    private static final int FEW = 12;

    @Inject
    private QuoteDesk desk;

    @Inject
    private QuoteOffers offers;

    @Inject
    private QuoteLines lines;

    @Inject
    private CatalogueLines catalogueLines;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    private Words words;

    private @Nullable QuoteHead head;
    private List<OfferKind> kinds = List.of();
    private List<String> codes = List.of();
    private List<OfferRow> rows = List.of();
    private List<QuoteOffers.Stand> stands = List.of();
    private @Nullable BusinessException refusal;
    private boolean silent;

    /** Run before the page is written. */
    public void open() {
        long id = SalesAddress.id(request);
        try {
            head = desk.view(actor.get(), id).head();
            if (!getHead().isDraft()) {
                SeeOther.at("/pro/sales/quote?id=" + id);
                return;
            }
            if (request.getMethod().equals("POST") && add(id)) {
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
            refusal = refusal == null ? (BusinessException) outside : refusal;
            silent = true;
        }
    }

    private boolean add(long id) {
        try {
            if (text("what").equals("free")) {
                lines.addFree(actor.get(), id, free());
            } else {
                offered(id);
            }
            SeeOther.at("/pro/sales/quote?id=" + id + "&done=added#prestations");
            return true;
        } catch (NotAllowed | QuoteUnknown notTheirs) {
            throw notTheirs;
        } catch (BusinessException refused) {
            refusal = refused;
            faces.getExternalContext().setResponseStatus(UNPROCESSABLE);
            return false;
        }
    }

    private void offered(long id) {
        String code = getCode();
        String outside = text("outside");
        Long product = SalesAddress.number(request, "product");
        if (code == null || outside.isEmpty()) {
            lines.addFromCatalog(actor.get(), id, choice(product), Map.of());
            return;
        }
        CatalogueLines.Wanted wanted = new CatalogueLines.Wanted(code, outside, stay());
        if (product == null) {
            catalogueLines.addNotOnLine(actor.get(), id, wanted, instant("startsAt"), quantity());
        } else {
            catalogueLines.add(actor.get(), id, wanted, choice(product), Map.of());
        }
    }

    private Choice choice(@Nullable Long product) {
        boolean lodging = text("lodging").equals("1");
        return new Choice(
                product == null ? 0 : product,
                SalesAddress.number(request, "variant"),
                lodging ? 1 : quantity(),
                Typed.day(text("startsOn")),
                Typed.day(text("endsOn")),
                instant("startsAt"),
                text("size").isEmpty() ? null : text("size"),
                lodging ? persons(getHead().adults(), 1) : null,
                lodging ? persons(getHead().children(), 0) : null);
    }

    private static Integer persons(@Nullable Integer counted, int least) {
        return counted == null ? least : Math.max(least, counted);
    }

    private FreeLine free() {
        Long cents = Typed.cents(text("price"));
        Long vat = SalesAddress.number(request, "vat");
        return new FreeLine(
                SalesAddress.number(request, "shop"),
                Arrays.stream(ProductKind.values())
                        .filter(one -> one.name().equals(text("freeKind")))
                        .findFirst()
                        .orElse(ProductKind.ACTIVITY),
                text("label"),
                cents == null ? -1 : cents,
                vat == null || vat > Integer.MAX_VALUE ? -1 : vat.intValue(),
                quantity(),
                day("freeFrom", "startsOn"),
                day("freeTo", "endsOn"));
    }

    private @Nullable LocalDate day(String name, String field) {
        LocalDate day = Typed.day(text(name));
        if (day == null && !text(name).isEmpty()) {
            throw new QuoteRefused(field, "DATE");
        }
        return day;
    }

    private long quantity() {
        Long quantity = SalesAddress.number(request, "quantity");
        return quantity == null ? 0 : quantity;
    }

    private @Nullable Instant instant(String name) {
        try {
            return text(name).isEmpty() ? null : Instant.parse(text(name));
        } catch (DateTimeException forged) {
            return null;
        }
    }

    private String text(String name) {
        return SalesAddress.text(request, name).strip();
    }

    public QuoteHead getHead() {
        return Objects.requireNonNull(head);
    }

    public List<OfferKind> getKinds() {
        return kinds;
    }

    /** What was asked for, else the first there is. */
    public OfferKind getKind() {
        return OfferKind.named(text("kind")).orElseGet(() -> kinds.isEmpty() ? OfferKind.FREE : kinds.get(0));
    }

    public List<String> getCodes() {
        return codes;
    }

    /** The catalogue that was asked for, null for the public price. */
    public @Nullable String getCode() {
        return text("tariff").isEmpty() ? null : text("tariff");
    }

    public String getFilter() {
        String filter = text("q");
        return filter.length() > 60 ? filter.substring(0, 60) : filter;
    }

    /** The days that were asked for, else the stay's. */
    private QuoteOffers.Stay stay() {
        QuoteOffers.Stay usual = offers.stay(getHead());
        LocalDate from = Typed.day(text("from"));
        LocalDate until = Typed.day(text("until"));
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

    /** Whether the rate is the one that was chosen. */
    public boolean isVat(int rate) {
        return text("vat").equals(Integer.toString(rate));
    }

    public boolean isSilent() {
        return silent;
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
        return text(name);
    }

    public String wrong(String field) {
        return text("what").equals("free")
                        && refusal instanceof FieldRefusal onField
                        && onField.field().equals(field)
                ? words.refusal(refusal)
                : "";
    }

    /** What is said on top. */
    public String getRefusal() {
        boolean beside = text("what").equals("free") && refusal instanceof QuoteRefused;
        return refusal == null || beside ? "" : words.refusal(refusal);
    }
}
