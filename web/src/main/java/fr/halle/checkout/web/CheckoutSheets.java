package fr.halle.checkout.web;

import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartPart;
import fr.halle.cart.service.CartTerms;
import fr.halle.cart.service.CartView;
import fr.halle.cart.web.BasketWords;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.CheckoutSettings;
import fr.halle.checkout.model.CheckoutSettings.TermsBox;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.CheckoutRefused;
import fr.halle.checkout.service.FieldError;
import fr.halle.merchant.service.TermsVersion;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a basket in the words of the checkout page. */
@RequestScoped
class CheckoutSheets {

    @Inject
    private CartTerms terms;

    @Inject
    private BasketWords baskets;

    @Inject
    private CurrentLanguage language;

    @Inject
    private CurrentPortal portal;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    CheckoutSheet of(CartView cart) {
        int parts = cart.parts().size();
        return new CheckoutSheet(
                cart,
                cart.parts().stream().map(this::recap).toList(),
                boxes(terms.of(cart, language.getCode())),
                adults(forAdults(cart)),
                withdrawal(cart.lines()
                        .map(CartLine::priced)
                        .collect(Collectors.groupingBy(
                                Priced::withdrawal,
                                LinkedHashMap::new,
                                Collectors.mapping(Priced::name, Collectors.toList())))),
                words.count("checkout.phoneHint", parts),
                cart.needsAddress(),
                words.count("checkout.articles", cart.size()) + ", " + words.count("checkout.merchants", parts),
                words.text("checkout.charge", formats.cents(cart.dueNowCents())),
                later(cart));
    }

    private CheckoutSheet.Recap recap(CartPart part) {
        String how = baskets.chosen(part);
        String where = how != null && part.isPickup() ? how + ", " + part.shop().street() : how;
        List<CheckoutSheet.Line> lines = part.lines().stream()
                .map(line -> new CheckoutSheet.Line(baskets.name(line), baskets.details(line), line.totalCents()))
                .toList();
        return new CheckoutSheet.Recap(part.shop().name(), part.totalCents(), where, part.shippingCents(), lines);
    }

    List<CheckoutSheet.Box> boxes(List<CartTerms.ToAccept> all) {
        List<CheckoutSheet.Box> boxes = new ArrayList<>();
        for (CartTerms.ToAccept needed : all) {
            TermsVersion version = needed.version();
            if (version != null) {
                boxes.add(new CheckoutSheet.Box(
                        "terms-" + version.id(),
                        version.id() + ":" + version.sha256(),
                        List.of(new CheckoutSheet.Terms(needed.shop(), "/terms/" + version.id()))));
            }
        }
        return isAskedOnce() ? List.of(all(boxes)) : boxes;
    }

    /** Where there is one box for all terms, the terms that were not accepted are one mistake (K14). */
    List<FieldError> wrong(CheckoutRefused refused) {
        return isAskedOnce()
                ? refused.errors().stream()
                        .map(CheckoutSheets::ofTheOnlyBox)
                        .distinct()
                        .toList()
                : refused.errors();
    }

    private static FieldError ofTheOnlyBox(FieldError error) {
        return error.field().startsWith("terms.")
                ? new FieldError(CheckoutSheet.ALL_TERMS, "checkout.error.terms.ALL", null, List.of())
                : error;
    }

    private boolean isAskedOnce() {
        return portal.get().settings().get(CheckoutSettings.CGV_BOX) == TermsBox.SINGLE_LISTING_ALL;
    }

    private static CheckoutSheet.Box all(List<CheckoutSheet.Box> boxes) {
        return new CheckoutSheet.Box(
                CheckoutSheet.ALL_TERMS,
                boxes.stream().map(CheckoutSheet.Box::value).collect(Collectors.joining(" ")),
                boxes.stream().flatMap(box -> box.terms().stream()).toList());
    }

    private static List<String> forAdults(CartView cart) {
        return cart.lines()
                .filter(line -> line.priced().adultsOnly())
                .map(line -> line.priced().name())
                .distinct()
                .toList();
    }

    /** Beside the box; null where nothing is for adults only. */
    @Nullable
    String adults(List<String> names) {
        return names.isEmpty() ? null : words.text("checkout.adult.for", String.join(", ", names));
    }

    /** What may be sent back and what may not, and why (Code de la consommation, L221-5 and L221-28). */
    List<String> withdrawal(Map<String, List<String>> names) {
        return names.entrySet().stream()
                .map(right -> words.text(
                        "checkout.withdrawal." + right.getKey(),
                        String.join(", ", right.getValue().stream().distinct().toList())))
                .toList();
    }

    /** C07: what of a stay is paid later, until when, and how. */
    private List<String> later(CartView cart) {
        List<String> later = new ArrayList<>();
        for (CartLine line : cart.lines().toList()) {
            OrderDraft.Balance balance = line.priced().balance();
            if (balance != null && line.priced().kind() == ProductKind.LODGING) {
                later.add(words.text(
                        "checkout.later",
                        line.priced().name(),
                        formats.cents(balance.cents()),
                        formats.date(balance.sendOn()),
                        formats.date(balance.dueOn())));
            }
        }
        return later;
    }
}
