package fr.halle.checkout.service;

import fr.halle.cart.service.CartTerms;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.merchant.service.TermsVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The evidence of K14; an older version than the current one is not what is sold under now. */
final class TermsCheck {

    private TermsCheck() {}

    /** @param errors where it is added whose terms were not accepted */
    static List<OrderDraft.Terms> accepted(
            List<CartTerms.ToAccept> needed, CheckoutForm form, Instant now, List<FieldError> errors) {
        List<OrderDraft.Terms> evidence = new ArrayList<>();
        for (CartTerms.ToAccept one : needed) {
            TermsVersion version = one.version();
            String shop = one.shop() == null ? "" : one.shop();
            if (version == null) {
                errors.add(FieldError.about(shop, "terms", "terms", "UNPUBLISHED"));
            } else if (form.terms().contains(new AcceptedTerms(version.id(), version.sha256()))) {
                evidence.add(
                        new OrderDraft.Terms(one.merchantId(), version.id(), version.sha256(), now, form.address()));
            } else {
                String field = "terms." + version.id();
                errors.add(
                        one.merchantId() == null
                                ? new FieldError(field, "checkout.error.terms.PORTAL", null, List.of())
                                : FieldError.about(shop, field, "terms", "MISSING"));
            }
        }
        return evidence;
    }
}
