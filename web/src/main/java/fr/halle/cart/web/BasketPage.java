package fr.halle.cart.web;

import fr.halle.cart.service.CartUnknown;
import fr.halle.cart.service.CartView;
import fr.halle.cart.service.Carts;
import fr.halle.shared.web.CurrentBasket;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/**
 * The basket grouped by merchant (C01, C08, C09). Its forms are plain ones that name the line or the shop they mean, not a row of
 * the page: another tab may have removed a row meanwhile. Every change ends in a redirect, so a reload repeats nothing.
 */
@Named
@RequestScoped
public class BasketPage {

    @Inject
    private Carts carts;

    @Inject
    private BasketActions actions;

    @Inject
    private BasketParts shownParts;

    @Inject
    private CurrentBasket basket;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private @Nullable CartView cart;
    private List<BasketPart> parts = List.of();
    private @Nullable String refusal;

    /** Does what a form asked for, then shows what there is. */
    public void load() {
        HttpServletResponse response = Faces.getResponse();
        Optional<UUID> id = basket.id();
        if (id.isEmpty()) {
            return;
        }
        BasketActions.@Nullable Refused refused = null;
        if ("POST".equals(request.getMethod())) {
            refused = actions.perform(portal.getId(), id.get(), request);
        }
        if (!read(response, id.get())) {
            return;
        }
        if ("POST".equals(request.getMethod()) && refused == null) {
            SeeOther.at("/basket");
            return;
        }
        show(refused);
    }

    private boolean read(HttpServletResponse response, UUID id) {
        try {
            CartView found = carts.view(portal.getId(), id, language.getCode());
            if (found.ordered()) {
                basket.leave(response);
                return false;
            }
            basket.keep(response, id, found.size());
            cart = found;
            return true;
        } catch (CartUnknown forgotten) {
            // Its month is over, or it belongs to another portal: the visitor begins a new one.
            basket.leave(response);
            return false;
        }
    }

    private void show(BasketActions.@Nullable Refused refused) {
        CartView found = cart;
        if (found == null) {
            return;
        }
        parts = shownParts.of(found, refused, request);
        if (refused != null && refused.lineId() == null && refused.shopId() == null) {
            refusal = words.refusal(refused.why());
        }
    }

    public boolean isNothing() {
        return parts.isEmpty();
    }

    public boolean isReady() {
        return cart != null && cart.isReady();
    }

    public List<BasketPart> getParts() {
        return parts;
    }

    public @Nullable String getRefusal() {
        return refusal;
    }

    public String getLead() {
        return words.count("basket.lead", parts.size());
    }

    public String getPromise() {
        return words.text("basket.promise");
    }

    public String getShipping() {
        return cart == null ? "" : formats.cents(cart.shippingCents());
    }

    public String getTotal() {
        return cart == null ? "" : formats.cents(cart.totalCents());
    }

    public boolean isLater() {
        return cart != null && cart.dueLaterCents() > 0;
    }

    public String getDueNow() {
        return cart == null ? "" : formats.cents(cart.dueNowCents());
    }

    public String getDueLater() {
        return cart == null ? "" : formats.cents(cart.dueLaterCents());
    }
}
