package fr.halle.cart.api;

import fr.halle.cart.service.CollectionRefused;
import fr.halle.shared.api.RefusalMapper;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A slot is chosen by its beginning, here: its refusal names that field. */
@Provider
@Service
public class CollectionRefusedMapper implements ExceptionMapper<CollectionRefused> {

    @Inject
    private RefusalMapper refusals;

    @Override
    public Response toResponse(CollectionRefused refused) {
        return refusals.told(refused, refused.field().replaceFirst("slot$", "slotStart"));
    }
}
