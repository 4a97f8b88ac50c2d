package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Pipeline;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a choice costs now and whether it can be had now. A price is never taken from the customer and never kept: it is asked here
 * for every page, and once more when it is frozen in the order.
 */
@Service
public class Pricing {

    /** Looks at a catalogue that changes at every look; the last one's offers were read a moment ago. */
    private static final int TRIES = 4;

    @Inject
    private Offers offers;

    @Inject
    private HalleClock clock;

    /** What never changes of a product. */
    public record Sold(ProductKind kind, long shopId) {}

    /**
     * The price of one choice by itself. An insurance by itself has nothing to insure: see {@link #insurance}.
     *
     * @return sold out or not enough left is no error but {@link Priced#refusal()}
     * @throws ChoiceRefused for a choice that cannot be: something is missing, past, unknown, too many, of another portal
     */
    public Priced price(long portalId, Choice choice, String language) {
        Priced priced = priceAll(portalId, List.of(choice), language).get(0);
        ChoiceRefused refusal = priced.refusal();
        if (refusal != null && !refusal.why().isShortage()) {
            throw refusal;
        }
        return priced;
    }

    /**
     * The prices of a basket's choices together, in their order and in a number of statements that does not grow with them: lines
     * that want the same place share what is left of it, an insurance covers the others. A line that cannot be any more (its date is
     * over) is priced at nothing and says why.
     *
     * @throws ChoiceRefused only for a product that is not of this portal
     */
    public List<Priced> priceAll(long portalId, List<Choice> choices, String language) {
        return choices.isEmpty() ? List.of() : priceAll(portalId, choices, language, pipeline -> {});
    }

    /**
     * The same, with what else the caller asks in that round trip.
     *
     * @param beside asks it: once more where prices have to be asked once more
     */
    public List<Priced> priceAll(long portalId, List<Choice> choices, String language, Consumer<Pipeline> beside) {
        List<Long> products = choices.stream().map(Choice::productId).toList();
        Pass pass = new Pass(choices, offers.seen(portalId, products, language), beside);
        for (int again = 1; !pass.isOfNow() && again < TRIES; again++) {
            pass = new Pass(choices, offers.fetch(portalId, products, language), beside);
        }
        return pass.priced();
    }

    /** What kind each product is and which shop sells it; nothing of one that is not of this portal. */
    public Map<Long, Sold> sold(long portalId, Collection<Long> products, String language) {
        Map<Long, Sold> sold = new HashMap<>();
        offers.seen(portalId, products, language)
                .offers()
                .forEach((id, offer) -> sold.put(
                        id, new Sold(offer.product().kind(), offer.product().shopId())));
        return sold;
    }

    /** What an insurance costs. @param netCents what else is taken costs, by its kind, tourist tax left out */
    public Priced insurance(long portalId, long productId, Map<ProductKind, Long> netCents, String language) {
        Offer offer = offers.read(portalId, List.of(productId), language).get(productId);
        if (offer == null || offer.product().kind() != ProductKind.INSURANCE) {
            throw new ChoiceRefused("productId", Reason.PRODUCT_UNKNOWN);
        }
        return insuring(offer, netCents);
    }

    /** One reading of the database, and what comes of it. */
    private final class Pass {

        private final List<Choice> choices;
        private final List<Offer> offered = new ArrayList<>();
        private final List<@Nullable ChoiceRefused> refused = new ArrayList<>();
        private final Now now = new Now(clock.instant(), clock.today());
        private final boolean ofNow;

        Pass(List<Choice> choices, Offers.Seen seen, Consumer<Pipeline> beside) {
            this.choices = choices;
            List<Offers.Wanted> wanted = new ArrayList<>();
            for (int i = 0; i < choices.size(); i++) {
                Offer offer = seen.offers().get(choices.get(i).productId());
                if (offer == null) {
                    throw new ChoiceRefused("productId", Reason.PRODUCT_UNKNOWN);
                }
                offered.add(offer);
                Want want = want(offer, choices.get(i));
                if (want != null) {
                    wanted.add(new Offers.Wanted(i, offer.product().id(), want));
                }
            }
            Offers.Left left = offers.left(seen, wanted, beside);
            ofNow = left.current();
            left.places()
                    .forEach((rank, places) ->
                            offered.set(rank, offered.get(rank).withPlaces(places)));
        }

        /** Whether the catalogue still was what this pass had seen when it looked at what is left. */
        boolean isOfNow() {
            return ofNow;
        }

        private @Nullable Want want(Offer offer, Choice choice) {
            try {
                if (!offer.product().sold()) {
                    throw new ChoiceRefused("productId", Reason.NOT_SOLD);
                }
                Want want = PriceRules.of(offer.product().kind()).want(offer, choice, now);
                refused.add(null);
                return want;
            } catch (ChoiceRefused why) {
                refused.add(why);
                return null;
            }
        }

        List<Priced> priced() {
            Map<Long, Long> spoken = new HashMap<>();
            List<Priced> lines = new ArrayList<>();
            for (int i = 0; i < choices.size(); i++) {
                lines.add(priced(i, spoken));
            }
            for (int i = 0; i < lines.size(); i++) {
                Offer offer = offered.get(i);
                if (offer.product().kind() == ProductKind.INSURANCE && refused.get(i) == null) {
                    lines.set(i, insuring(offer, net(lines)));
                }
            }
            return lines;
        }

        private Priced priced(int rank, Map<Long, Long> spoken) {
            Offer offer = offered.get(rank);
            Quote quote = new Quote(spoken);
            ChoiceRefused why = refused.get(rank);
            try {
                if (why != null) {
                    throw why;
                }
                PriceRules.of(offer.product().kind()).price(offer, choices.get(rank), now, quote);
            } catch (ChoiceRefused cannotBe) {
                quote.refuse(cannotBe);
            }
            return quote.priced(offer.product());
        }
    }

    private static Map<ProductKind, Long> net(List<Priced> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        Priced::kind, Collectors.summingLong(line -> line.totalCents() - line.taxCents())));
    }

    private static Priced insuring(Offer offer, Map<ProductKind, Long> netCents) {
        Quote quote = new Quote(new HashMap<>());
        InsurancePrice.premium(offer, InsurancePrice.insured(offer, netCents), quote);
        return quote.priced(offer.product());
    }
}
