package fr.halle.catalog.web;

import fr.halle.cart.service.Carts;
import fr.halle.cart.service.Wish;
import fr.halle.catalog.model.Choice;
import fr.halle.shared.web.CurrentBasket;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts what was chosen into the visitor's basket, and opens one where there is none. */
@RequestScoped
class Buying {

    @Inject
    private Carts carts;

    @Inject
    private CurrentBasket basket;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    /**
     * All of the choices or none: adults and children of one outing go together.
     *
     * @throws fr.halle.shared.model.BusinessException when one of them cannot be had, or the basket takes no more
     */
    void add(List<Choice> choices, Map<String, String> detail) {
        long portalId = portal.getId();
        UUID cart = basket.id()
                .filter(id -> carts.isOpen(portalId, id))
                .orElseGet(() -> carts.promise(portalId, language.getCode()));
        carts.fill(
                portalId,
                cart,
                choices.stream().map(choice -> new Wish(choice, detail)).toList(),
                List.of());
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        basket.keep(
                response, cart, carts.view(portalId, cart, language.getCode()).size());
    }
}
