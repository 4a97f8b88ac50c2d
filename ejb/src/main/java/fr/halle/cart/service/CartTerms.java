package fr.halle.cart.service;

import fr.halle.merchant.service.Terms;
import fr.halle.merchant.service.TermsVersion;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose terms a customer must accept to order a basket: each merchant's, then the portal's own (C04, C05). */
@Service
public class CartTerms {

    @Inject
    private Terms terms;

    /**
     * @param shop the shop's name; null for the portal's own terms
     * @param shopId 0 for the portal's own terms
     * @param version null where a merchant has published none: nothing can be sold under no terms
     */
    public record ToAccept(
            @Nullable String shop,
            long shopId,
            @Nullable Long merchantId,
            @Nullable TermsVersion version) {}

    /** One for each merchant, in the basket's order. A portal without terms of its own asks for none. */
    public List<ToAccept> of(CartView cart, String language) {
        List<ToAccept> needed = new ArrayList<>();
        Set<Long> merchants = new HashSet<>();
        for (CartPart part : cart.parts()) {
            long merchantId = part.shop().merchantId();
            if (merchants.add(merchantId)) {
                TermsVersion version =
                        terms.current(cart.portalId(), merchantId, language).orElse(null);
                needed.add(new ToAccept(part.shop().name(), part.shop().id(), merchantId, version));
            }
        }
        terms.current(cart.portalId(), null, language).ifPresent(own -> needed.add(new ToAccept(null, 0, null, own)));
        return needed;
    }
}
