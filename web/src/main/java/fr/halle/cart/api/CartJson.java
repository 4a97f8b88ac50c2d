package fr.halle.cart.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartPart;
import fr.halle.cart.service.CartTerms;
import fr.halle.cart.service.CartView;
import fr.halle.cart.service.Collection;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.merchant.service.TermsVersion;
import fr.halle.shared.api.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A basket as the API shows it, with today's prices and what is still missing to order it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CartJson(
        UUID id,
        String language,
        boolean ordered,
        boolean ready,
        List<Part> parts,
        List<TermsToAccept> terms,
        boolean adultsOnly,
        boolean addressNeeded,
        Totals totals) {

    /** @param missing {@code MODE}, {@code SLOT}, {@code SLOT_GONE}, {@code SLOT_EARLY}, {@code SLOT_LATE}, {@code MODE_GONE} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            Shop shop,
            boolean collected,
            @Nullable Collecting collecting,
            List<String> missing,
            List<Line> lines,
            MoneyJson linesTotal,
            MoneyJson shipping,
            MoneyJson total) {}

    record Shop(long id, String slug, String name, String phone, List<String> modes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Collecting(
            String mode,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String note) {}

    record Product(long id, String slug, String name, ProductKind kind) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long id,
            Product product,
            String variant,
            long quantity,
            boolean byWeight,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String size,
            @Nullable Integer adults,
            @Nullable Integer children,
            Map<String, String> detail,
            MoneyJson unit,
            MoneyJson total,
            MoneyJson dueNow,
            int vatBasisPoints,
            boolean available,
            @Nullable String reason,
            @Nullable Long left) {

        static Line of(CartLine line) {
            Priced priced = line.priced();
            ChoiceRefused refusal = line.refusal();
            return new Line(
                    line.id(),
                    new Product(priced.productId(), priced.slug(), priced.name(), priced.kind()),
                    priced.variant(),
                    line.quantity(),
                    priced.byWeight(),
                    priced.startsOn(),
                    priced.endsOn(),
                    priced.startsAt(),
                    priced.endsAt(),
                    line.choice().size(),
                    line.choice().adults(),
                    line.choice().children(),
                    line.detail(),
                    MoneyJson.euros(priced.unitCents()),
                    MoneyJson.euros(priced.totalCents()),
                    MoneyJson.euros(priced.dueNowCents()),
                    priced.vatBp(),
                    line.isAvailable(),
                    refusal == null ? null : refusal.reason(),
                    priced.left());
        }
    }

    /** @param shop the shop's slug; null for the portal's own terms */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermsToAccept(@Nullable String shop, long id, int version, String sha256, String url) {}

    record Totals(MoneyJson lines, MoneyJson shipping, MoneyJson total, MoneyJson dueNow, MoneyJson dueLater) {}

    static CartJson of(CartView cart, List<CartTerms.ToAccept> terms) {
        return new CartJson(
                cart.id(),
                cart.language(),
                cart.ordered(),
                cart.isReady(),
                cart.parts().stream().map(CartJson::part).toList(),
                terms.stream()
                        .filter(needed -> needed.version() != null)
                        .map(needed -> terms(cart, needed))
                        .toList(),
                cart.isForAdults(),
                cart.needsAddress(),
                new Totals(
                        MoneyJson.euros(cart.linesCents()),
                        MoneyJson.euros(cart.shippingCents()),
                        MoneyJson.euros(cart.totalCents()),
                        MoneyJson.euros(cart.dueNowCents()),
                        MoneyJson.euros(cart.dueLaterCents())));
    }

    private static Part part(CartPart part) {
        fr.halle.merchant.service.Shop shop = part.shop();
        return new Part(
                new Shop(shop.id(), shop.slug(), shop.name(), shop.phone(), modes(shop)),
                part.isCollected(),
                collecting(part),
                part.missing().stream().map(Enum::name).toList(),
                part.lines().stream().map(Line::of).toList(),
                MoneyJson.euros(part.linesCents()),
                MoneyJson.euros(part.shippingCents()),
                MoneyJson.euros(part.totalCents()));
    }

    private static List<String> modes(fr.halle.merchant.service.Shop shop) {
        if (shop.pickup() && shop.delivery()) {
            return List.of("PICKUP", "DELIVERY");
        }
        return shop.pickup() ? List.of("PICKUP") : shop.delivery() ? List.of("DELIVERY") : List.of();
    }

    private static @Nullable Collecting collecting(CartPart part) {
        Collection how = part.chosen();
        return how == null
                ? null
                : new Collecting(
                        how.mode().name(),
                        part.slotStart(),
                        part.slotEnd(),
                        how.street(),
                        how.postcode(),
                        how.city(),
                        how.note());
    }

    private static TermsToAccept terms(CartView cart, CartTerms.ToAccept needed) {
        TermsVersion version = Objects.requireNonNull(needed.version());
        String slug = cart.parts().stream()
                .filter(part -> part.shop().id() == needed.shopId())
                .map(part -> part.shop().slug())
                .findFirst()
                .orElse(null);
        return new TermsToAccept(
                slug,
                version.id(),
                version.version(),
                version.sha256(),
                String.format(Locale.ROOT, "/terms/%d", version.id()));
    }
}
