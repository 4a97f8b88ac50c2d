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

    /** A shop that something is bought of, and whose it is. */
    public record Seller(String shop, long shopId, long merchantId) {}

    /** One for each merchant, in the basket's order. A portal without terms of its own asks for none. */
    public List<ToAccept> of(CartView cart, String language) {
        List<Seller> sellers = cart.parts().stream()
                .map(CartPart::shop)
                .map(shop -> new Seller(shop.name(), shop.id(), shop.merchantId()))
                .toList();
        return of(cart.portalId(), sellers, language);
    }

    /** The same of what is bought without a basket. */
    public List<ToAccept> of(long portalId, List<Seller> sellers, String language) {
        List<ToAccept> needed = new ArrayList<>();
        Set<Long> merchants = new HashSet<>();
        for (Seller seller : sellers) {
            if (merchants.add(seller.merchantId())) {
                TermsVersion version =
                        terms.current(portalId, seller.merchantId(), language).orElse(null);
                needed.add(new ToAccept(seller.shop(), seller.shopId(), seller.merchantId(), version));
            }
        }
        terms.current(portalId, null, language).ifPresent(own -> needed.add(new ToAccept(null, 0, null, own)));
        return needed;
    }
}
