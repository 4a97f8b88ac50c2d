package fr.halle.checkout.web;

import fr.halle.order.model.OrderLine;
import fr.halle.order.service.FollowedOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One merchant's part in words, ready for a page.
 *
 * @param next what to do, or what happens, now
 * @param code what the customer shows when collecting it, null where nothing is to be shown (K17)
 * @param withdrawables what of it may still be taken back
 * @param receivable whether the customer is asked now to say that it was received (K17)
 * @param notice a cancellation or a balance that must not be missed; null where there is none
 * @param reduced what of it was cancelled alone (K9); null where nothing was
 */
public record PartShown(
        FollowedOrder.Part part,
        List<Step> steps,
        List<Line> lines,
        Next next,
        @Nullable Notice notice,
        @Nullable Notice reduced,
        List<Due> dues,
        List<Past> history,
        @Nullable Code code,
        boolean receivable,
        List<Withdrawable> withdrawables) {

    /**
     * A line that may be taken back (L221-18).
     *
     * @param chosen whether the customer ticked it, and is asked to confirm
     */
    public record Withdrawable(long id, String name, String until, boolean chosen) {}

    /** What the customer is asked to confirm; empty before anything is ticked. */
    public List<Withdrawable> getWithdrawing() {
        return withdrawables.stream().filter(Withdrawable::chosen).toList();
    }

    /** @param style the stylesheet's class: done, now, stop or nothing */
    public record Step(String style, String word, @Nullable Instant at) {

        public boolean isCurrent() {
            return style.equals("now") || style.equals("stop");
        }
    }

    public record Line(
            OrderLine line,
            String name,
            String details,
            boolean cancelled,
            @Nullable String status) {}

    /** @param phone a number to call, null where calling is not the point; {@code after} ends the sentence that names it */
    public record Next(
            String icon,
            String title,
            String text,
            @Nullable String phone,
            String after) {}

    public record Notice(String title, String text) {}

    /** A balance to pay (C07). */
    public record Due(String title, String text, String href, String button) {}

    /** @param picture the address of the same as a QR code */
    public record Code(String shown, String picture, String text) {}

    public record Past(Instant at, String sentence) {}
}
