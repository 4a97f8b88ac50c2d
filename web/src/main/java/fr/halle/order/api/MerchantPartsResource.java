package fr.halle.order.api;

import fr.halle.identity.api.Bearer;
import fr.halle.identity.web.CurrentActor;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartFilter;
import fr.halle.order.service.PartMoves;
import fr.halle.shared.api.ParameterRefused;
import fr.halle.shared.model.Service;
import fr.halle.shared.model.Texts;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A merchant's parts of orders, or those of an operator's portal. */
@Bearer
@Path("merchant/parts")
@Service
@Produces("application/json")
public class MerchantPartsResource {

    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_CODE = 40;
    private static final int MOST_LINES = 200;
    private static final String SYNTAX = "SYNTAX";
    private static final String RANGE = "RANGE";
    private static final String MISSING = "MISSING";

    @EJB
    private MerchantOrders orders;

    @EJB
    private PartMoves moves;

    @Inject
    private CurrentActor actor;

    /**
     * What is asked of a part.
     *
     * @param reasonCode why it is cancelled, one of the list
     * @param reason words that the customer reads
     * @param lines those that are cancelled alone, where the portal cancels by line (K9)
     * @param code what the customer shows, where the portal completes with it (K17)
     */
    public record MoveRequest(
            @Nullable String move,
            @Nullable Integer version,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String code,
            @Nullable List<@Nullable Long> lines) {}

    @GET
    public PartJson.Page list(
            @QueryParam("state") List<String> states,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        String text = q == null ? "" : q;
        if (text.length() > LONGEST_TEXT) {
            throw new ParameterRefused("q", RANGE);
        }
        if (Texts.hides(text)) {
            throw new ParameterRefused("q", SYNTAX);
        }
        PartFilter filter = PartFilter.about(
                states.stream().map(MerchantPartsResource::state).toList(), text);
        long most = limit == null ? MerchantOrders.PAGE : number("limit", limit);
        if (most < 1 || most > 100) {
            throw new ParameterRefused("limit", RANGE);
        }
        return PartJson.Page.of(
                orders.list(actor.get(), filter, after == null ? null : number("after", after), (int) most));
    }

    @GET
    @Path("{number}")
    public PartJson get(@PathParam("number") String number) {
        return PartJson.of(orders.byNumber(actor.get(), number.toUpperCase(Locale.ROOT)));
    }

    @POST
    @Path("{number}/moves")
    @Consumes("application/json")
    public PartMoves.Moved move(
            @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable MoveRequest asked) {
        if (asked == null || asked.move() == null) {
            throw new ParameterRefused("move", MISSING);
        }
        if (asked.version() == null) {
            throw new ParameterRefused("version", MISSING);
        }
        if (asked.reason() != null && asked.reason().length() > LONGEST_REASON) {
            throw new ParameterRefused("reason", RANGE);
        }
        if (asked.reason() != null && Texts.hidesInLines(asked.reason())) {
            throw new ParameterRefused("reason", SYNTAX);
        }
        if (asked.code() != null && asked.code().length() > LONGEST_CODE) {
            throw new ParameterRefused("code", RANGE);
        }
        MerchantOrderTransition move = transition(asked.move());
        Set<Long> lines = lines(asked.lines(), move);
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ParameterRefused("Idempotency-Key", RANGE);
        }
        return moves.move(
                actor.get(),
                number.toUpperCase(Locale.ROOT),
                new PartMoves.Wish(
                        move,
                        asked.version(),
                        new Why(listed(asked.reasonCode()), asked.reason() == null ? "" : asked.reason()),
                        asked.code(),
                        lines),
                key);
    }

    /** None named is all of the part; an empty list is a mistake, and so is naming lines of what cancels nothing. */
    private static Set<Long> lines(@Nullable List<@Nullable Long> named, MerchantOrderTransition move) {
        if (named == null) {
            return Set.of();
        }
        if (move != MerchantOrderTransition.CANCEL || named.contains(null)) {
            throw new ParameterRefused("lines", SYNTAX);
        }
        if (named.isEmpty() || named.size() > MOST_LINES) {
            throw new ParameterRefused("lines", RANGE);
        }
        return named.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static MerchantOrderState state(String name) {
        return Arrays.stream(MerchantOrderState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterRefused("state", SYNTAX));
    }

    private static @Nullable CancelReason listed(@Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(CancelReason.values())
                        .filter(reason -> reason.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new ParameterRefused("reasonCode", SYNTAX));
    }

    private static MerchantOrderTransition transition(String name) {
        return Arrays.stream(MerchantOrderTransition.values())
                .filter(move -> move.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterRefused("move", SYNTAX));
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new ParameterRefused(name, SYNTAX);
        }
    }
}
