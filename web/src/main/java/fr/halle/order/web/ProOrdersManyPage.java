package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.service.ManyMoves;
import fr.halle.order.service.ManyMoves.Asked;
import fr.halle.order.service.ManyMoves.Outcome;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What became of the parts that were ticked in the list: one line each, done or refused and why. The page is the answer to the
 * form itself; sent again, it moves nothing twice, since every part carries the version it was ticked at.
 */
@Named
@RequestScoped
public class ProOrdersManyPage {

    private static final int UNPROCESSABLE = 422;

    /** {@code EP-00042-001:3}. */
    private static final Pattern TICKED = Pattern.compile("([A-Z]{1,4}-\\d{1,12}-\\d{1,4}):(\\d{1,9})");

    @Inject
    private ManyMoves moves;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    private Words words;

    private List<Outcome> outcomes = List.of();
    private @Nullable String refusal;

    /** Run before the page is written. */
    public void open() {
        Optional<MerchantOrderTransition> move = named(request.getParameter("move"));
        String[] ticked = request.getParameterValues("part");
        if (!request.getMethod().equals("POST") || ticked == null) {
            refuse(words.text("pro.many.none"));
        } else if (move.isEmpty()) {
            refuse(words.text("error.refused"));
        } else {
            make(move.get(), asked(ticked));
        }
    }

    private void make(MerchantOrderTransition move, List<Asked> asked) {
        if (asked.isEmpty()) {
            refuse(words.text("error.PartUnknown"));
            return;
        }
        try {
            outcomes = moves.move(actor.get(), move, asked);
        } catch (NotAllowed notTheirs) {
            throw notTheirs;
        } catch (BusinessException refused) {
            refuse(words.refusal(refused));
        }
    }

    private void refuse(String sentence) {
        refusal = sentence;
        faces.getExternalContext().setResponseStatus(UNPROCESSABLE);
    }

    /** Each part once, at the version it was ticked at first; what no page of ours sends is left out. */
    private static List<Asked> asked(String... ticked) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (String part : ticked) {
            Matcher read = TICKED.matcher(part);
            if (read.matches()) {
                asked.putIfAbsent(read.group(1), new Asked(read.group(1), Integer.parseInt(read.group(2))));
            }
        }
        return new ArrayList<>(asked.values());
    }

    private static Optional<MerchantOrderTransition> named(@Nullable String asked) {
        return Arrays.stream(MerchantOrderTransition.values())
                .filter(move -> move.name().equals(asked))
                .findFirst();
    }

    public List<Outcome> getOutcomes() {
        return outcomes;
    }

    public String getSummary() {
        long done = outcomes.stream().filter(one -> one.refusal() == null).count();
        return words.text("pro.many.summary", done, outcomes.size());
    }

    public boolean isAllDone() {
        return outcomes.stream().allMatch(one -> one.refusal() == null);
    }

    /** « EP-00042-001 : Commande prête », or why not. */
    public String said(Outcome outcome) {
        MerchantOrderState state = outcome.state();
        BusinessException why = outcome.refusal();
        return state != null ? words.text(state.key()) : why != null ? words.refusal(why) : "";
    }

    public @Nullable String getRefusal() {
        return refusal;
    }

    /** The list as it was searched. */
    public String getBackHref() {
        return PartSearch.of(request::getParameter).address("");
    }
}
