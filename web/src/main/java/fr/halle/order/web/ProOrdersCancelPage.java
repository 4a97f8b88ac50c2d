package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.Why;
import fr.halle.order.service.Cancellation;
import fr.halle.order.service.CancellationEffect;
import fr.halle.order.service.LinesRefused;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartLine;
import fr.halle.order.service.PartMoved;
import fr.halle.order.service.PartUnknown;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls a part off (M40, M47, M48), or the lines that are chosen where the portal allows that (K9): the effect in euros first, a
 * reason that the customer will read, and the amount in the button. The form holds the lines whose effect was shown, so that
 * nothing else is cancelled. Somebody who changed the part meanwhile makes it start again.
 */
@Named
@RequestScoped
public class ProOrdersCancelPage {

    private static final int LONGEST_WORDS = 400;

    @Inject
    private MerchantOrders orders;

    @Inject
    private Cancellation cancellation;

    @Inject
    private CurrentActor actor;

    @Inject
    private Words words;

    @Inject
    private PartForm form;

    @Inject
    private HttpServletRequest request;

    private @Nullable CancellationEffect effect;
    private @Nullable CancelReason reason;
    private @Nullable String message;
    private @Nullable String refusal;
    private boolean reasonMissing;

    /** Run before the page is written. */
    public void open() throws IOException {
        try {
            getEffect();
        } catch (PartUnknown unknown) {
            form.notFound();
        }
    }

    public void cancel() throws IOException {
        Why why = new Why(reason, cut(message));
        reasonMissing = reason == null || why.isEmpty();
        if (reasonMissing) {
            return;
        }
        try {
            long part = orders.idOf(actor.get(), form.number());
            Set<Long> lines = lines();
            boolean livesOn =
                    !lines.isEmpty() && cancellation.cancelLines(part, form.version(), lines, why, actor.get());
            if (lines.isEmpty()) {
                cancellation.cancel(part, form.version(), why, actor.get());
            }
            form.toPart(form.number(), livesOn ? "LINES" : "CANCEL");
        } catch (PartMoved stale) {
            refusal = words.refusal(stale);
            form.forget();
            effect = null;
        } catch (MoveRefused | LinesRefused refused) {
            refusal = words.refusal(refused);
        }
    }

    private static String cut(@Nullable String typed) {
        String own = typed == null ? "" : typed.strip();
        return own.length() > LONGEST_WORDS ? own.substring(0, LONGEST_WORDS) : own;
    }

    /** As the address or the form names them; what is no number is no line, and refused as such. */
    private Set<Long> lines() {
        String[] named = request.getParameterValues("line");
        return named == null
                ? Set.of()
                : Arrays.stream(named)
                        .map(id -> id.matches("\\d{1,18}") ? Long.valueOf(id) : Long.valueOf(-1))
                        .collect(Collectors.toSet());
    }

    /** The lines whose effect is shown; none where it is the part's as a whole. */
    public Set<Long> getChosen() {
        return getEffect().linesLeft() == 0 ? Set.of() : lines();
    }

    public boolean isChosen(PartLine line) {
        return getChosen().isEmpty() || getChosen().contains(line.id());
    }

    /** Whether there is a choice of lines to make (K9). */
    public boolean isChoosing() {
        return getEffect().byLine() && getCancellable().size() > 1;
    }

    public List<PartLine> getCancellable() {
        return getDetail().part().lines().stream()
                .filter(line -> line.state() == OrderLineState.CONFIRMED)
                .toList();
    }

    /** The button says what it does, in euros. */
    public String getButton() {
        boolean waits = getEffect().refundWaits();
        int count = getChosen().size();
        if (count == 0) {
            return words.text(
                    waits ? "pro.cancel.goAndWait" : "pro.cancel.go",
                    getEffect().refunded());
        }
        String key = waits ? "pro.cancel.goLinesWait" : "pro.cancel.goLines";
        return words.text(
                key + (count == 1 ? ".one" : ".many"), count, getEffect().refunded());
    }

    public PartDetail getDetail() {
        return form.part();
    }

    public CancellationEffect getEffect() {
        CancellationEffect read = effect;
        if (read == null) {
            read = previewed();
            effect = read;
        }
        return read;
    }

    /** Lines that cannot be cancelled alone are said to be so, and the whole part is shown instead. */
    private CancellationEffect previewed() {
        long part = getDetail().part().id();
        try {
            return cancellation.preview(part, lines(), actor.get());
        } catch (LinesRefused refused) {
            refusal = words.refusal(refused);
            return cancellation.preview(part, actor.get());
        }
    }

    public CancelReason[] getReasons() {
        return CancelReason.values();
    }

    public @Nullable String getRefusal() {
        return refusal;
    }

    public boolean isReasonMissing() {
        return reasonMissing;
    }

    public @Nullable CancelReason getReason() {
        return reason;
    }

    public void setReason(@Nullable CancelReason chosen) {
        reason = chosen;
    }

    public @Nullable String getMessage() {
        return message;
    }

    public void setMessage(@Nullable String typed) {
        message = typed;
    }
}
