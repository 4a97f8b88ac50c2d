package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.model.OrderLine;
import fr.halle.order.service.GivingBack;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartUnknown;
import fr.halle.order.service.RefundEffect;
import fr.halle.order.service.RefundLeft;
import fr.halle.order.service.RefundStale;
import fr.halle.order.service.RefundWish;
import fr.halle.payment.service.RefundTooLarge;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Texts;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rembourser (M21, K7): all, a prestation, or an amount. What is chosen travels in the address, its effect in euros is shown, and
 * the form below confirms exactly that, with what was left when it was shown, so that nothing goes twice.
 */
@Named
@RequestScoped
public class ProOrdersRefundPage {

    private static final String ALL = "all";
    private static final String AMOUNT = "amount";
    private static final int LONGEST_REASON = 400;

    @Inject
    private MerchantOrders orders;

    @Inject
    private GivingBack givingBack;

    @Inject
    private CurrentActor actor;

    @Inject
    private Words words;

    @Inject
    private PartForm form;

    private @Nullable RefundEffect effect;
    private @Nullable RefundLeft left;
    private @Nullable String reason;
    private @Nullable String refusal;
    private @Nullable String wrong;
    private boolean reasonMissing;
    private boolean previewed;

    /** Run before the page is written: whoever may not is told so before the first word of it. */
    public void open() throws IOException {
        actor.get().must(Permission.REFUND);
        try {
            getEffect();
        } catch (PartUnknown unknown) {
            form.notFound();
        }
    }

    private void preview() {
        previewed = true;
        if (getWhat().isEmpty()) {
            getDetail();
            return;
        }
        RefundWish wish = wish();
        if (wish == null) {
            wrong = words.text("pro.refund.unreadable");
            return;
        }
        try {
            effect = givingBack.preview(getDetail().part().id(), wish, actor.get());
        } catch (RefundTooLarge tooLarge) {
            wrong = words.refusal(tooLarge);
        }
    }

    public void give() throws IOException {
        String typed = reason == null ? "" : reason.strip();
        reasonMissing = typed.isEmpty() || Texts.hidesInLines(typed);
        RefundWish wish = wish();
        if (reasonMissing || wish == null) {
            return;
        }
        String kept = typed.length() > LONGEST_REASON ? typed.substring(0, LONGEST_REASON) : typed;
        try {
            long part = orders.idOf(actor.get(), form.number());
            givingBack.give(part, wish, seenLeft(), kept, actor.get());
            form.toPart(form.number(), "REFUNDED");
        } catch (RefundStale | RefundTooLarge refused) {
            refusal = words.refusal(refused);
            form.forget();
            effect = null;
            left = null;
            previewed = false;
        } catch (PartUnknown unknown) {
            form.notFound();
        }
    }

    /** Null for what cannot be read. */
    private @Nullable RefundWish wish() {
        String what = getWhat();
        if (what.equals(ALL)) {
            return RefundWish.all();
        }
        if (what.equals(AMOUNT)) {
            Long cents = Typed.cents(getAmount());
            return cents == null || cents <= 0 ? null : RefundWish.amount(cents);
        }
        return what.matches("\\d{1,18}") && left().ofLines().containsKey(Long.valueOf(what))
                ? RefundWish.ofLine(Long.parseLong(what))
                : null;
    }

    /** -1, which nothing is left of, where it is missing or forged. */
    private long seenLeft() {
        String left = form.text("left");
        return left.matches("\\d{1,15}") ? Long.parseLong(left) : -1;
    }

    public String getWhat() {
        return form.text("what");
    }

    public String getAmount() {
        return form.text("amount");
    }

    public PartDetail getDetail() {
        return form.part();
    }

    /** In cents. */
    public long getLeft() {
        return left().cents();
    }

    /** The prestations of which something is left. */
    public List<OrderLine> getRefundable() {
        return getDetail().part().lines().stream()
                .filter(line -> leftOf(line) > 0)
                .toList();
    }

    /** In cents. */
    public long leftOf(OrderLine line) {
        return left().ofLines().getOrDefault(line.id(), 0L);
    }

    public boolean isChosen(OrderLine line) {
        return getWhat().equals(Long.toString(line.id()));
    }

    private RefundLeft left() {
        RefundLeft read = left;
        if (read == null) {
            read = givingBack.left(getDetail().part().id(), actor.get());
            left = read;
        }
        return read;
    }

    /** Null where nothing was chosen yet, or nothing that can be. The button that confirms it is there for the request that presses it. */
    public @Nullable RefundEffect getEffect() {
        if (!previewed) {
            preview();
        }
        return effect;
    }

    public @Nullable String getRefusal() {
        return refusal;
    }

    /** What is wrong with what was chosen. */
    public @Nullable String getWrong() {
        return wrong;
    }

    public boolean isReasonMissing() {
        return reasonMissing;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String typed) {
        reason = typed;
    }
}
