package fr.halle.catalog.service;

import fr.halle.catalog.model.Ages;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.Priced;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Claim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A price in the making: a rule fills it, then it becomes a {@link Priced}. */
final class Quote {

    private final Map<Long, Long> spoken;
    private final List<Claim> claims = new ArrayList<>();
    private String variant = "";
    private long unitCents;
    private long totalCents;
    private long taxCents;
    private long dueNowCents;
    private OrderDraft.@Nullable Balance balance;
    private @Nullable Instant startsAt;
    private @Nullable Instant endsAt;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable Long left;
    private Ages ages = Ages.ALL;
    private @Nullable ChoiceRefused refusal;

    /** @param spoken what other lines of the same basket take of each capacity row; this one adds its own */
    Quote(Map<Long, Long> spoken) {
        this.spoken = spoken;
    }

    Quote of(Offer.@Nullable Variant chosen) {
        if (chosen != null) {
            variant = chosen.label();
            ages = chosen.ages();
        }
        return this;
    }

    /** Everything is paid with the order. */
    Quote costs(long unit, long total) {
        unitCents = unit;
        totalCents = total;
        dueNowCents = total;
        return this;
    }

    Quote withTax(long tax) {
        taxCents = tax;
        totalCents += tax;
        dueNowCents += tax;
        return this;
    }

    Quote payingLater(long now, OrderDraft.Balance later) {
        dueNowCents = now;
        balance = later;
        return this;
    }

    Quote on(@Nullable LocalDate from, @Nullable LocalDate until) {
        startsOn = from;
        endsOn = until;
        return this;
    }

    Quote at(@Nullable Instant from, @Nullable Instant until) {
        startsAt = from;
        endsAt = until;
        return this;
    }

    /** Takes from a capacity row; where not enough is left, it cannot be had, and the field says how much could. */
    Quote takes(Offer.Place place, long quantity, String field) {
        long taken = spoken.getOrDefault(place.id(), 0L);
        long rest = Math.max(0, place.left() - taken);
        left = left == null ? rest : Math.min(left, rest);
        claims.add(new Claim(place.id(), quantity));
        if (quantity > rest) {
            refuse(
                    rest == 0
                            ? new ChoiceRefused(field, Reason.SOLD_OUT)
                            : new ChoiceRefused("quantity", Reason.ONLY_LEFT, rest));
        }
        return this;
    }

    /** The first reason stays, but sold out says more than "fewer". */
    Quote refuse(ChoiceRefused why) {
        if (refusal == null || why.why() == Reason.SOLD_OUT) {
            refusal = why;
        }
        return this;
    }

    /** The price; from here on the lines that follow leave this one what it takes, unless it cannot be had anyway. */
    @SuppressWarnings("NullAway") // It misses the annotation of a nested type in a record that was compiled before.
    Priced priced(Offer.Product product) {
        if (refusal == null) {
            claims.forEach(claim -> spoken.merge(claim.capacityId(), claim.quantity(), Math::addExact));
        }
        return new Priced(
                product.kind(),
                product.id(),
                product.slug(),
                product.shopId(),
                product.merchantId(),
                product.name(),
                product.family(),
                product.seller(),
                variant,
                product.unitText(),
                unitCents,
                totalCents,
                product.vatBp(),
                taxCents,
                dueNowCents,
                balance,
                product.withdrawal(),
                startsAt,
                endsAt,
                startsOn,
                endsOn,
                product.collected(),
                product.byWeight(),
                product.adultsOnly(),
                product.picture(),
                claims,
                left,
                ages,
                refusal);
    }
}
