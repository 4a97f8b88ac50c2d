package fr.halle.identity.api;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.SecondFactors;
import fr.halle.identity.service.Tokens;
import fr.halle.identity.web.CurrentActor;
import fr.halle.shared.api.Problem;
import fr.halle.shared.model.Service;
import fr.halle.shared.web.Words;
import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets the owner of a token through, and nobody else: no token, a wrong one, an expired or revoked one are answered alike. The
 * pages' session does not count here, so that no other site can make a browser call the API. What the pages refuse to an account without
 * the second factor that it must have, a token does not open.
 */
@Bearer
@Provider
@Priority(Priorities.AUTHENTICATION)
@Service
public class BearerFilter implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";

    @EJB
    private Tokens tokens;

    @EJB
    private SecondFactors factors;

    @Inject
    private CurrentActor actor;

    @Inject
    private Words words;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<UserAccount> owner =
                token(request.getHeaderString("Authorization")).flatMap(tokens::ownerOf);
        if (owner.isPresent()) {
            if (factors.isMissing(owner.get())) {
                throw new SecondFactorMissing();
            }
            actor.set(owner.get());
            return;
        }
        Response refusal = Problem.of(
                        "NobodyActs",
                        Response.Status.UNAUTHORIZED.getStatusCode(),
                        words.text("error.TokenRefused"),
                        List.of())
                .response();
        request.abortWith(Response.fromResponse(refusal)
                .header("WWW-Authenticate", "Bearer realm=\"halle\"")
                .build());
    }

    private static Optional<String> token(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }
}
