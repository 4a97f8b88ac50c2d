package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.service.Cancellation;
import fr.halle.order.service.CancellationEffect;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls a part off (M40, M47, M48): the effect in euros first, a reason that the customer will read, and the amount in the button.
 * Somebody who moved the part meanwhile makes it start again.
 */
@Named
@RequestScoped
public class ProOrdersCancelPage {

    /** Reasons offered, by the key of their words. */
    private static final List<String> REASONS = List.of("shortage", "closed", "customer", "quality", "other");

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

    private @Nullable PartDetail detail;
    private @Nullable CancellationEffect effect;
    private @Nullable String reason;
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
        reasonMissing = reason == null || !REASONS.contains(reason) || reason.equals("other") && message == null;
        if (reasonMissing) {
            return;
        }
        try {
            long part = orders.idOf(actor.get(), form.number());
            cancellation.cancel(part, form.version(), sentence(), actor.get());
            form.toPart(form.number(), "CANCEL");
        } catch (PartMoved stale) {
            refusal = words.refusal(stale);
            detail = null;
            effect = null;
        } catch (MoveRefused refused) {
            refusal = words.refusal(refused);
        }
    }

    /** What the customer reads: the reason, then the merchant's own words. */
    private String sentence() {
        String said = words.text("pro.cancel.reason." + reason);
        String own = message == null ? "" : message.strip();
        if (own.length() > LONGEST_WORDS) {
            own = own.substring(0, LONGEST_WORDS);
        }
        return Objects.equals(reason, "other") ? own : own.isEmpty() ? said : said + ". " + own;
    }

    public PartDetail getDetail() {
        PartDetail read = detail;
        if (read == null) {
            read = orders.byNumber(actor.get(), form.number());
            detail = read;
        }
        return read;
    }

    public CancellationEffect getEffect() {
        CancellationEffect read = effect;
        if (read == null) {
            read = cancellation.preview(getDetail().part().id(), actor.get());
            effect = read;
        }
        return read;
    }

    public List<String> getReasons() {
        return REASONS;
    }

    public @Nullable String getRefusal() {
        return refusal;
    }

    public boolean isReasonMissing() {
        return reasonMissing;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String chosen) {
        reason = chosen;
    }

    public @Nullable String getMessage() {
        return message;
    }

    public void setMessage(@Nullable String typed) {
        message = typed;
    }
}
