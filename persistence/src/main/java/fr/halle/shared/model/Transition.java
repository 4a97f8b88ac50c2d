package fr.halle.shared.model;

import java.util.Set;

/**
 * One row of a lifecycle's table, implemented by an enum that <em>is</em> the table. A move that has no row cannot happen.
 *
 * @param <S> the states of the thing that moves
 */
public interface Transition<S extends Enum<S>> {

    Set<S> from();

    S to();

    /** Who may ask for it. A portal's settings may narrow this, never widen it. */
    Set<Actor.Kind> by();

    String name();

    /** Whether this row starts from {@code state} and may be asked for by {@code actor}. */
    default boolean isOpenTo(S state, Actor.Kind actor) {
        return from().contains(state) && by().contains(actor);
    }

    /**
     * The state after this move.
     *
     * @throws MoveRefused when the table has no such row for this state and this actor
     */
    default S apply(S state, Actor.Kind actor) {
        if (!isOpenTo(state, actor)) {
            throw new MoveRefused(this, state, actor);
        }
        return to();
    }
}
