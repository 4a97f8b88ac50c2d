package fr.halle.cart.web;

import fr.halle.cart.service.CartUnknown;
import fr.halle.cart.service.CartView;
import fr.halle.cart.service.Carts;
import fr.halle.checkout.model.CheckoutSettings;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.web.CurrentBasket;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /basket}: what is in it by merchant, with today's prices and what is missing. Its forms are plain ones that post here; what
 * was done is answered by a redirect, what was refused by the page itself with the reason beside the line or the part.
 */
@Named
@RequestScoped
public class BasketPage {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private Carts carts;

    @Inject
    private BasketForms forms;

    @Inject
    private BasketWords shown;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private CurrentBasket basket;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    private final Map<String, String> errors = new HashMap<>();
    private @Nullable CartView cart;
    private List<BasketPart> parts = List.of();

    public void load() {
        if (request.getMethod().equals("POST")) {
            post();
        }
        if (!FacesContext.getCurrentInstance().getResponseComplete()) {
            show();
        }
    }

    private void post() {
        UUID id = basket.id().orElse(null);
        if (id == null) {
            SeeOther.at("/basket");
            return;
        }
        try {
            SeeOther.at(forms.apply(portal.getId(), id, request));
        } catch (CartUnknown gone) {
            basket.leave(response());
            SeeOther.at("/basket");
        } catch (BusinessException refused) {
            errors.put(forms.subject(request), words.refusal(refused));
            response().setStatus(UNPROCESSABLE);
        }
    }

    private void show() {
        basket.id().ifPresent(id -> {
            try {
                CartView found = carts.view(portal.getId(), id, language.getCode());
                if (found.ordered()) {
                    basket.leave(response());
                } else {
                    cart = found;
                    parts = shown.parts(found, request);
                    if (basket.getCount() != found.size()) {
                        basket.keep(response(), id, found.size());
                    }
                }
            } catch (CartUnknown gone) {
                basket.leave(response());
            }
        });
    }

    public boolean isFilled() {
        CartView shownCart = cart;
        return shownCart != null && !shownCart.isEmpty();
    }

    public @Nullable CartView getCart() {
        return cart;
    }

    public List<BasketPart> getParts() {
        return parts;
    }

    /** What was refused, by {@code line-…} or {@code part-…}. */
    public Map<String, String> getErrors() {
        return errors;
    }

    /** Everything in the way of ordering, asked for by the order button: a summary with links. */
    public List<BasketPart.Problem> getProblems() {
        boolean asked = request.getParameter("missing") != null || request.getParameter("gone") != null;
        return asked ? parts.stream().flatMap(part -> part.problems().stream()).toList() : List.of();
    }

    public boolean isSomebodyWasFaster() {
        return request.getParameter("gone") != null;
    }

    public String getLead() {
        return words.count("basket.lead", parts.size());
    }

    public String getHoldPromise() {
        Settings settings = portal.get().settings();
        return words.text("basket.hold", settings.get(CheckoutSettings.HOLD_MINUTES));
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
