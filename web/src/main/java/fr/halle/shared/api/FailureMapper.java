package fr.halle.shared.api;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.Service;
import fr.halle.shared.web.BodyLimit;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Everything else. What the protocol refuses (no such address, method, media type) keeps its status; a fault of ours is logged
 * under a reference, and the caller learns the reference only.
 */
@Provider
@Service
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());
    private static final int BAD_REQUEST = 400;
    private static final int FAULT = 500;

    @Inject
    private Words words;

    @Inject
    private RefusalMapper refusals;

    @Override
    public Response toResponse(Throwable failure) {
        BusinessException refusal = cause(failure, BusinessException.class);
        if (refusal != null) {
            return refusals.toResponse(refusal);
        }
        if (cause(failure, BodyLimit.TooLarge.class) != null) {
            return named(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (cause(failure, CharConversionException.class) != null) {
            return Problem.of("MalformedBody", BAD_REQUEST, words.text("error.malformed"), List.of())
                    .response();
        }
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < FAULT) {
            return keeping(web);
        }
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, failure, () -> "Request failed, reference " + reference);
        return new Problem("/problems/fault", "Fault", FAULT, words.text("error.fault"), List.of(), reference)
                .response();
    }

    private Response keeping(WebApplicationException web) {
        Response.Status status =
                Response.Status.fromStatusCode(web.getResponse().getStatus());
        if (status == null) {
            return web.getResponse();
        }
        Response answer = named(status);
        String allow = web.getResponse().getHeaderString("Allow");
        return allow == null
                ? answer
                : Response.fromResponse(answer).header("Allow", allow).build();
    }

    private Response named(Response.Status status) {
        String key = "error.http." + status.getStatusCode();
        String detail = words.has(key) ? words.text(key) : null;
        String name = status.getReasonPhrase().replace(' ', '-');
        return Problem.of(name, status.getStatusCode(), detail, List.of()).response();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
