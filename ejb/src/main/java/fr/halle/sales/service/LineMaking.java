package fr.halle.sales.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.service.Pricing;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.outside.service.OutsideProduct;
import fr.halle.sales.model.LineSource;
import fr.halle.shared.model.Service;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a prestation of what was chosen or typed, with today's price: in our catalogue, or freely worded. */
@Service
class LineMaking {

    /** The rates there are in France (CGI art. 278 and following), in basis points. */
    static final Set<Integer> VAT_RATES = Set.of(0, 210, 550, 1000, 2000);

    static final long MOST_CENTS = 100_000_00;
    private static final int MOST_QUANTITY = 999;
    private static final int LABEL_MOST = 150;
    private static final Set<ProductKind> NEVER_DATED = Set.of(ProductKind.GOODS, ProductKind.INSURANCE);

    @Inject
    private Sql sql;

    @Inject
    private Pricing pricing;

    /** Who sells what stands in no catalogue of ours. */
    private record Stall(long merchantId, long shopId, String name, String picture, String family) {}

    /**
     * At the public price.
     *
     * @param others the quote's, which an insurance may cover
     * @throws ChoiceRefused when it cannot be had; places that this request's quotes hold themselves are {@link QuoteHolds}'s to judge
     */
    QuoteLine ofCatalog(QuoteHead head, Choice choice, Map<String, String> detail, List<QuoteLine> others) {
        Priced priced = price(head, choice, others);
        return QuoteLine.sold(
                LineSource.PUBLIC, priced.merchantId(), priced.shopId(), choice, line(priced, choice, detail));
    }

    /** A product of ours at a catalogue's price: places as ever, the public price kept to be shown struck (S30). */
    QuoteLine ofCatalogue(
            QuoteHead head,
            String code,
            OutsideProduct product,
            Choice choice,
            Map<String, String> detail,
            List<QuoteLine> others) {
        Priced priced = price(head, choice, others);
        if (!Objects.equals(product.productId(), priced.productId())
                || (product.variantId() != null && !product.variantId().equals(choice.variantId()))) {
            throw new QuoteLineUnknown();
        }
        return QuoteLine.sold(
                        LineSource.CATALOGUE,
                        priced.merchantId(),
                        priced.shopId(),
                        choice,
                        line(priced, choice, detail).at(product.unitCents(), product.vatBp()))
                .from(code, product.id(), priced.totalCents());
    }

    /**
     * What is not sold on line (S30, S32).
     *
     * @param place one of the product's, null where it has none
     * @param shopId who sells it: null for the shop of a merchant's own desk
     * @throws QuoteRefused where nobody is chosen
     */
    QuoteLine notOnLine(
            QuoteHead head,
            String code,
            OutsideProduct product,
            OutsideProduct.@Nullable Place place,
            @Nullable Long shopId,
            long quantity) {
        checkQuantity(quantity);
        FreeLine what = new FreeLine(
                shopId, product.kind(), product.label(), product.unitCents(), product.vatBp(), quantity, null, null);
        QuoteLine line = worded(head, LineSource.CATALOGUE, product.kind(), what, what.label(), place);
        return line.from(code, product.id(), null);
    }

    /** "Divers" (S06). @throws QuoteRefused beside the field */
    QuoteLine free(QuoteHead head, FreeLine typed) {
        String label = checked(typed);
        ProductKind kind = typed.kind();
        if (kind == null) {
            throw new QuoteRefused("freeKind", "KIND");
        }
        return worded(head, LineSource.FREE, kind, typed, label, null);
    }

    private QuoteLine worded(
            QuoteHead head,
            LineSource source,
            ProductKind kind,
            FreeLine what,
            String label,
            OutsideProduct.@Nullable Place place) {
        LocalDate from = what.startsOn();
        LocalDate to = what.endsOn();
        Stall stall = stall(head, what.shopId(), kind);
        long total = Math.multiplyExact(what.unitCents(), what.quantity());
        return QuoteLine.sold(
                source,
                stall.merchantId(),
                stall.shopId(),
                null,
                new OrderDraft.Line(
                        0,
                        null,
                        kind,
                        label,
                        stall.family(),
                        stall.name(),
                        "",
                        "",
                        what.quantity(),
                        false,
                        what.unitCents(),
                        total,
                        what.vatBp(),
                        0,
                        total,
                        withdrawal(kind, from != null || place != null),
                        from,
                        to == null ? from : to,
                        place == null ? null : place.startsAt(),
                        place == null ? null : place.endsAt(),
                        null,
                        null,
                        null,
                        Map.of(),
                        stall.picture(),
                        null,
                        List.of()));
    }

    /** @return the label, cleaned */
    private static String checked(FreeLine typed) {
        String label = typed.label().strip();
        if (label.isEmpty()) {
            throw new QuoteRefused("label", "LABEL_MISSING");
        }
        if (label.length() > LABEL_MOST || Texts.hides(label)) {
            throw new QuoteRefused("label", "TEXT", LABEL_MOST);
        }
        if (typed.unitCents() <= 0 || typed.unitCents() > MOST_CENTS) {
            throw new QuoteRefused("price", "PRICE");
        }
        if (!VAT_RATES.contains(typed.vatBp())) {
            throw new QuoteRefused("vat", "VAT");
        }
        checkQuantity(typed.quantity());
        LocalDate from = typed.startsOn();
        LocalDate to = typed.endsOn();
        if (to != null && (from == null || to.isBefore(from))) {
            throw new QuoteRefused("endsOn", "DATES");
        }
        return label;
    }

    private Priced price(QuoteHead head, Choice choice, List<QuoteLine> others) {
        List<Choice> choices = new ArrayList<>();
        others.stream().map(QuoteLine::choice).filter(Objects::nonNull).forEach(choices::add);
        choices.add(choice);
        List<Priced> priced = pricing.priceAll(head.portalId(), choices, head.language());
        Priced last = covering(head, priced.get(priced.size() - 1), others);
        Long merchant = head.merchantId();
        if (merchant != null && merchant != last.merchantId()) {
            throw new ChoiceRefused("productId", ChoiceRefused.Reason.PRODUCT_UNKNOWN);
        }
        ChoiceRefused refusal = last.refusal();
        // The others hold places already; pricing them again beside this one would count those twice.
        boolean judgedByHolds = refusal != null
                && head.holds()
                && (refusal.why() == ChoiceRefused.Reason.SOLD_OUT || refusal.why() == ChoiceRefused.Reason.ONLY_LEFT);
        if (refusal != null && !judgedByHolds) {
            throw refusal;
        }
        return last;
    }

    /** An insurance covers what is taken as things stand, at its price here; the catalogue has priced it by what all of it costs anybody. */
    private Priced covering(QuoteHead head, Priced priced, List<QuoteLine> others) {
        ChoiceRefused refusal = priced.refusal();
        boolean depends = refusal == null || refusal.why() == ChoiceRefused.Reason.NOTHING_INSURED;
        if (priced.kind() != ProductKind.INSURANCE || !depends) {
            return priced;
        }
        Map<ProductKind, Long> net = QuoteView.taken(others).stream()
                .collect(Collectors.groupingBy(
                        OrderDraft.Line::kind, Collectors.summingLong(line -> line.totalCents() - line.taxCents())));
        return pricing.insurance(head.portalId(), priced.productId(), net, head.language());
    }

    private static void checkQuantity(long quantity) {
        if (quantity < 1 || quantity > MOST_QUANTITY) {
            throw new QuoteRefused("quantity", "QUANTITY", MOST_QUANTITY);
        }
    }

    /** L221-28 12° asks for a set date; goods and insurances keep their right. */
    private static String withdrawal(ProductKind kind, boolean dated) {
        return dated && !NEVER_DATED.contains(kind) ? "EXCLUDED_DATED" : "LEGAL";
    }

    private Stall stall(QuoteHead head, @Nullable Long shopId, ProductKind kind) {
        String name = "fr".equals(head.language()) ? "c.name_fr" : "c.name_en";
        return sql
                .list(
                        "select s.id, s.merchant_id, s.name, s.picture, coalesce((select " + name
                                + " from product p join category c on c.id = p.category_id where p.shop_id = s.id"
                                + " order by p.kind = ? desc, p.position, p.id limit 1), s.name) as family"
                                + " from shop s where s.portal_id = ? and s.active and (?::bigint is null or s.merchant_id = ?) and (?::bigint is null or s.id = ?) order by s.id limit 1",
                        row -> new Stall(
                                row.number("merchant_id"),
                                row.number("id"),
                                row.text("name"),
                                row.text("picture"),
                                row.text("family")),
                        kind,
                        head.portalId(),
                        head.merchantId(),
                        head.merchantId(),
                        shopId,
                        shopId)
                .stream()
                .filter(found -> shopId != null || head.merchantId() != null)
                .findFirst()
                .orElseThrow(() -> new QuoteRefused("shop", "SHOP"));
    }

    private static OrderDraft.Line line(Priced priced, Choice choice, Map<String, String> detail) {
        return new OrderDraft.Line(
                0,
                priced.productId(),
                priced.kind(),
                priced.name(),
                priced.family(),
                priced.seller(),
                priced.variant(),
                priced.unitText(),
                choice.quantity(),
                priced.byWeight(),
                priced.unitCents(),
                priced.totalCents(),
                priced.vatBp(),
                priced.taxCents(),
                priced.totalCents(),
                priced.withdrawal(),
                priced.startsOn(),
                priced.endsOn(),
                priced.startsAt(),
                priced.endsAt(),
                choice.size(),
                choice.adults(),
                choice.children(),
                detail,
                priced.picture(),
                null,
                priced.claims());
    }
}
