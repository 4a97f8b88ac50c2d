package fr.halle.notification.service;

import static fr.halle.order.model.MerchantOrderState.COMPLETED;
import static fr.halle.order.model.MerchantOrderState.HANDING_OVER;
import static fr.halle.order.model.MerchantOrderState.PROCESSING;
import static fr.halle.order.model.MerchantOrderState.READY;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.PickupCode;
import java.util.Arrays;
import java.util.List;

/** The customer learns each move of a part; the header shows how far it is (C14, M42, T07). */
final class PartMoved implements Composer {

    @Override
    public Letter compose(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        MerchantOrderState state = MerchantOrderState.valueOf(brief.data("to"));
        Handover handover = new Handover(words, part);
        String key = "moved." + state;
        String particular = key + "." + part.mode();
        String title = words.sayFirst(particular + ".title", key + ".title");
        Draft draft = new Draft(
                        brief,
                        words.say("moved.subject", "title", title, "part", part.number()),
                        handover.isPickup() && !handover.slot().isEmpty()
                                ? handover.slot()
                                : part.shop().name(),
                        title)
                .progress(progress(words, part, state))
                .say(words.sayFirst(
                        particular + ".body",
                        key + ".body",
                        "first",
                        part.customer().firstName(),
                        "shop",
                        part.shop().name(),
                        "phone",
                        Phones.shown(part.shop().phone())));
        if (handover.isAny() && state != COMPLETED && state != HANDING_OVER) {
            draft.say(handover.toCustomer());
        }
        PickupCode code = part.code();
        if (code != null && isCollected(part, state)) {
            draft.code(new Letter.Code(
                    words.sayFirst("moved.code." + part.mode(), "moved.code"),
                    code.shown(),
                    brief.links().code(part),
                    words.say("moved.code.alt", "code", code.shown())));
        }
        return draft.table(NewOrder.lines(words, part, brief.lines()))
                .button(words.say("button.follow"), brief.links().order(part.order()))
                .from(part);
    }

    /** When the customer comes for it: what cannot be made ready is there once it is accepted. */
    private static boolean isCollected(Facts.Part part, MerchantOrderState state) {
        return state == READY || state == HANDING_OVER || state == PROCESSING && "NONE".equals(part.mode());
    }

    /** The steps of the order page: the letter's header and the page must not disagree. */
    private static Letter.Progress progress(Words words, Facts.Part part, MerchantOrderState state) {
        List<MerchantOrderState> steps = Arrays.stream(MerchantOrderState.values())
                .filter(step -> step == state || isShown(step, part))
                .toList();
        List<String> labels = steps.stream()
                .map(step -> words.sayFirst("step." + step + "." + part.mode(), "step." + step))
                .toList();
        return new Letter.Progress(labels, steps.indexOf(state));
    }

    private static boolean isShown(MerchantOrderState step, Facts.Part part) {
        return switch (step) {
            case RECORDED, PROCESSING, COMPLETED -> true;
            case CONFIRMING -> part.wasConfirming();
            case READY, HANDING_OVER -> !"NONE".equals(part.mode());
            case CANCELLED, ERROR -> false;
        };
    }
}
