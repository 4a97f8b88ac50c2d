package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.Why;
import fr.halle.order.service.Cancellation;
import fr.halle.order.service.CancellationEffect;
import fr.halle.order.service.LinesRefused;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartMoved;
import fr.halle.order.service.PartUnknown;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls a part off (M40, M47, M48), or the lines that are chosen where the portal allows that (K9): the effect in euros first, a
 * reason that the customer will read, and the amount in the button. The form holds the lines whose effect was shown, so that
 * nothing else is cancelled. Somebody who changed the part meanwhile makes it start again.
 */
@Named
@RequestScoped
public class ProOrdersCancelPage {

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
    private WhyForm whyForm;

    private @Nullable CancellationEffect effect;
    private @Nullable String refusal;

    /** Run before the page is written. */
    public void open() throws IOException {
        try {
            getEffect();
        } catch (PartUnknown unknown) {
            form.notFound();
        }
    }

    public void cancel() throws IOException {
        Why why = whyForm.said().orElse(null);
        if (why == null) {
            return;
        }
        try {
            long part = orders.idOf(actor.get(), form.number());
            Set<Long> lines = form.ids("line");
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

    /** The lines whose effect is shown; none where it is the part's as a whole. */
    public Set<Long> getChosen() {
        return getEffect().linesLeft() == 0 ? Set.of() : form.ids("line");
    }

    public boolean isChosen(OrderLine line) {
        return getChosen().isEmpty() || getChosen().contains(line.id());
    }

    /** Whether there is a choice of lines to make (K9). */
    public boolean isChoosing() {
        return getEffect().byLine() && getCancellable().size() > 1;
    }

    public List<OrderLine> getCancellable() {
        return getDetail().part().lines().stream()
                .filter(line -> line.state() != OrderLineState.CANCELLED)
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
            return cancellation.preview(part, form.ids("line"), actor.get());
        } catch (LinesRefused refused) {
            refusal = words.refusal(refused);
            return cancellation.preview(part, actor.get());
        }
    }

    public @Nullable String getRefusal() {
        return refusal;
    }
}
