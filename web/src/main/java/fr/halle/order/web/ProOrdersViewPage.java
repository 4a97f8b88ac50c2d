package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.model.CompletionRule;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.order.service.Awaited;
import fr.halle.order.service.Cancellation;
import fr.halle.order.service.Completion;
import fr.halle.order.service.MerchantOrderLifecycle;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartUnknown;
import fr.halle.order.service.Withdrawals;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.ReasonRefused;
import fr.halle.shared.model.Vat;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Consultation de la commande (M13–M16, M28–M42): one part, and exactly the moves that its reader may make of it now. The page
 * carries the version it was read at; a part that somebody moved meanwhile is shown again, and not overwritten.
 */
@Named
@RequestScoped
public class ProOrdersViewPage {

    private static final int LONGEST_CODE = 20;
    private static final int REFUND_DAYS = 14;

    private static final List<MerchantOrderState> STEPS = List.of(
            MerchantOrderState.RECORDED,
            MerchantOrderState.CONFIRMING,
            MerchantOrderState.PROCESSING,
            MerchantOrderState.READY,
            MerchantOrderState.HANDING_OVER,
            MerchantOrderState.COMPLETED);

    /** What can be done to a part that moves it nowhere. */
    private static final Set<String> BY_THEMSELVES = Set.of("LINES", "REFUNDED", "REFUND_SENT", "REPLACED");

    @Inject
    private MerchantOrders orders;

    @Inject
    private MerchantOrderLifecycle lifecycle;

    @Inject
    private Completion completion;

    @Inject
    private Cancellation cancellation;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private CurrentActor actor;

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    @Inject
    private PartForm form;

    private @Nullable String refusal;
    private @Nullable String wrongReason;
    private @Nullable Long waiting;

    /** @param place how the stylesheet marks it: behind, here, or nothing */
    public record Step(MerchantOrderState state, String place) {}

    /** Run before the page is written: makes the move that was asked for, and looks whether the part is there to be seen. */
    public void open() throws IOException {
        try {
            if (form.isPosted() && form.text("refund").equals("send")) {
                sendRefunds();
            } else if (form.isPosted() && !form.text("move").isEmpty()) {
                move(form.text("move"));
            } else if (!getDetail().part().seen()) {
                orders.markSeen(actor.get(), getDetail().part().id());
            }
        } catch (PartUnknown unknown) {
            form.notFound();
        }
    }

    private void sendRefunds() throws IOException {
        long part = orders.idOf(actor.get(), form.number());
        try {
            cancellation.sendRefunds(part, form.text("reason"), actor.get());
            form.toPart(form.number(), "REFUND_SENT");
        } catch (ReasonRefused missing) {
            wrongReason = words.refusal(missing);
        }
    }

    private void move(String asked) throws IOException {
        long part = orders.idOf(actor.get(), form.number());
        Optional<MerchantOrderTransition> transition = named(asked);
        if (transition.isEmpty()) {
            refusal = words.text("error.refused");
            return;
        }
        try {
            if (transition.get() == MerchantOrderTransition.COMPLETE && form.holds("code")) {
                completion.byCode(part, form.version(), form.text("code"), Why.said(form.text("reason")), actor.get());
            } else {
                lifecycle.apply(part, form.version(), transition.get(), actor.get(), form.text("reason"));
            }
            form.toPart(form.number(), transition.get().name());
        } catch (PartUnknown | NotAllowed notTheirs) {
            throw notTheirs;
        } catch (BusinessException refused) {
            refusal = words.refusal(refused);
        }
    }

    /** Empty for a move that does not exist: our page did not send it. */
    private static Optional<MerchantOrderTransition> named(String asked) {
        return Arrays.stream(MerchantOrderTransition.values())
                .filter(move -> move.name().equals(asked))
                .findFirst();
    }

    public PartDetail getDetail() {
        return form.part();
    }

    /** The move most parts make next: validating, else the table's first that is not a cancellation. */
    public @Nullable MerchantOrderTransition getNext() {
        List<MerchantOrderTransition> moves = plain();
        return moves.contains(MerchantOrderTransition.PROCESS)
                ? MerchantOrderTransition.PROCESS
                : moves.stream()
                        .filter(move -> !move.isCancellation())
                        .findFirst()
                        .orElse(null);
    }

    public List<MerchantOrderTransition> getOthers() {
        return plain().stream()
                .filter(move -> !move.isCancellation() && move != getNext())
                .toList();
    }

    /** Those that need nothing but a press: what completing waits for has a form of its own (K17). */
    private List<MerchantOrderTransition> plain() {
        Awaited awaited = getDetail().awaited();
        return getDetail().moves().stream()
                .filter(move -> awaited == null || move != MerchantOrderTransition.COMPLETE)
                .toList();
    }

    /** Whether the operator may complete it before what the portal waits for. */
    public boolean isOverridable() {
        return getDetail().awaited() != null && getDetail().moves().contains(MerchantOrderTransition.COMPLETE);
    }

    /** Whether the code that the customer shows completes it, by whoever reads this (K17). */
    public boolean isCodeAsked() {
        Awaited awaited = getDetail().awaited();
        return awaited != null
                && awaited.rule() == CompletionRule.PICKUP_CODE
                && !isOverridable()
                && actor.get().may(MerchantOrderTransition.COMPLETE.permission());
    }

    /** The code as the customer's QR code carries it, or as it was just typed. */
    public String getCode() {
        String code = form.text("code");
        return code.substring(0, Math.min(code.length(), LONGEST_CODE));
    }

    public boolean isCancellable() {
        return getDetail().moves().stream().anyMatch(MerchantOrderTransition::isCancellation);
    }

    /** Whether something else may take its place (K10): as far as it may be cancelled, and not out of ERROR. */
    public boolean isReplaceable() {
        return getDetail().moves().contains(MerchantOrderTransition.CANCEL);
    }

    public List<Step> getSteps() {
        int here = STEPS.indexOf(getDetail().part().state());
        return STEPS.stream()
                .map(state -> {
                    int at = STEPS.indexOf(state);
                    return new Step(state, at < here ? "on" : at == here ? "cur" : "");
                })
                .toList();
    }

    public boolean isUnderWay() {
        return STEPS.contains(getDetail().part().state());
    }

    /** One line of the history: the part moved, or one of its prestations did. */
    public record Past(Instant at, PartDetail.@Nullable Moved move, PartDetail.@Nullable LineMoved line) {}

    /** Newest first. */
    public List<Past> getPast() {
        return Stream.concat(
                        getDetail().history().stream().map(move -> new Past(move.at(), move, null)),
                        getDetail().lineHistory().stream().map(line -> new Past(line.at(), null, line)))
                .sorted(Comparator.comparing(Past::at).reversed())
                .toList();
    }

    public long getVatCents() {
        return getDetail().part().lines().stream()
                .mapToLong(line -> Vat.includedIn(line.totalCents() - line.taxCents(), line.vatBp()))
                .sum();
    }

    /** What the customer took back of it (L221-18): the merchant has fourteen days to give the money back (L221-24). */
    public List<String> getWithdrawn() {
        return withdrawals.ofPart(getDetail().part().id()).stream()
                .map(said -> words.text(
                        "pro.order.withdrawn",
                        formats.moment(said.at()),
                        said.lines(),
                        formats.date(
                                said.at().atZone(HalleClock.PARIS).toLocalDate().plusDays(REFUND_DAYS))))
                .toList();
    }

    /** What was just done, told after the redirect that follows it: not that money leaves, where it waits. */
    public @Nullable String getDone() {
        if (BY_THEMSELVES.contains(form.text("done"))) {
            return words.text("pro.order.done." + form.text("done"));
        }
        return Arrays.stream(MerchantOrderTransition.values())
                .filter(move -> move.name().equals(form.text("done"))
                        && move.to() == getDetail().part().state())
                .filter(move -> !move.isCancellation() || getWaitingRefund() == 0)
                .findFirst()
                .map(move -> words.text(
                        "pro.order.done." + move.message().name(),
                        words.text(move.to().key())))
                .orElse(null);
    }

    /** What of it was cancelled or replaced, and is still to be given back, in cents (K7). */
    public long getWaitingRefund() {
        Long read = waiting;
        if (read == null) {
            read = cancellation.waitingRefunds(getDetail().part().id(), actor.get());
            waiting = read;
        }
        return read;
    }

    /** Why an operator sends what waits, as it was typed. */
    public String getReason() {
        return wrongReason == null ? "" : form.text("reason");
    }

    public @Nullable String getWrongReason() {
        return wrongReason;
    }

    public @Nullable String getRefusal() {
        return refusal;
    }
}
