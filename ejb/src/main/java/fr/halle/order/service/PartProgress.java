package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a part as its customer sees them (C14): those behind, the one it is at, those to come. A part that nobody collects
 * is never ready nor handed over; one that was cancelled stops where it was.
 */
public record PartProgress(List<Step> steps) {

    /**
     * @param at when it was reached, null for a step that was skipped or lies ahead
     */
    public record Step(
            MerchantOrderState state, Place place, @Nullable Instant at) {}

    /** Where a step lies, as the stylesheet names it. */
    public enum Place {
        DONE,
        NOW,
        STOP,
        AHEAD
    }

    public static PartProgress of(FollowedOrder.Part part, Instant placedAt) {
        Map<MerchantOrderState, Instant> reached = new EnumMap<>(MerchantOrderState.class);
        reached.put(MerchantOrderState.RECORDED, placedAt);
        part.moves().forEach(move -> reached.put(move.to(), move.at()));
        return part.isCancelled() ? stopped(reached) : underWay(part, reached);
    }

    private static PartProgress stopped(Map<MerchantOrderState, Instant> reached) {
        List<Step> steps = new ArrayList<>();
        for (Map.Entry<MerchantOrderState, Instant> step : reached.entrySet()) {
            if (step.getKey() != MerchantOrderState.ERROR && step.getKey() != MerchantOrderState.CANCELLED) {
                steps.add(new Step(step.getKey(), Place.DONE, step.getValue()));
            }
        }
        steps.add(new Step(MerchantOrderState.CANCELLED, Place.STOP, reached.get(MerchantOrderState.CANCELLED)));
        return new PartProgress(steps);
    }

    private static PartProgress underWay(FollowedOrder.Part part, Map<MerchantOrderState, Instant> reached) {
        MerchantOrderState now = now(part);
        List<Step> steps = new ArrayList<>();
        for (MerchantOrderState state : MerchantOrderState.values()) {
            if (isShown(state, part, now, reached)) {
                Place place = state == now ? Place.NOW : state.compareTo(now) < 0 ? Place.DONE : Place.AHEAD;
                steps.add(new Step(state, place, place == Place.AHEAD ? null : reached.get(state)));
            }
        }
        return new PartProgress(steps);
    }

    private static boolean isShown(
            MerchantOrderState state,
            FollowedOrder.Part part,
            MerchantOrderState now,
            Map<MerchantOrderState, Instant> reached) {
        return switch (state) {
            case RECORDED, PROCESSING, COMPLETED -> true;
            case CONFIRMING -> state == now || reached.containsKey(state);
            case READY, HANDING_OVER -> !part.mode().equals("NONE") || state == now || reached.containsKey(state);
            case CANCELLED, ERROR -> false;
        };
    }

    /** The customer is not shown that something broke on our side: his part is where it last was. */
    public static MerchantOrderState now(FollowedOrder.Part part) {
        if (part.state() != MerchantOrderState.ERROR) {
            return part.state();
        }
        MerchantOrderState last = MerchantOrderState.RECORDED;
        for (FollowedOrder.Move move : part.moves()) {
            if (move.to() != MerchantOrderState.ERROR) {
                last = move.to();
            }
        }
        return last;
    }
}
