package fr.halle.merchant.web;

import fr.halle.merchant.service.Shopfront;
import fr.halle.merchant.service.Shopfronts;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who settles a dispute with each merchant (Code de la consommation L612-1 and L616-1). */
@Named("mediators")
@RequestScoped
public class Mediators {

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Shopfronts fronts;

    /** Each merchant with a mediator, once, whatever the number of its shops. */
    public List<Shopfront> getMerchants() {
        return fronts.all(portal.getId(), language.getCode()).stream()
                .filter(front -> !front.mediator().isBlank())
                .collect(java.util.stream.Collectors.toMap(
                        Shopfront::merchantId, front -> front, (one, other) -> one, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }
}
