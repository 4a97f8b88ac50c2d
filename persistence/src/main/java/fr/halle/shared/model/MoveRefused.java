package fr.halle.shared.model;

/** A move that the lifecycle's table, or a setting that narrows it, does not allow. Details: transition, state, actor's kind. */
public final class MoveRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    private final String transition;
    private final String state;
    private final Actor.Kind actor;

    public MoveRefused(Transition<?> transition, Enum<?> state, Actor.Kind actor) {
        super(transition.name(), state.name(), actor);
        this.transition = transition.name();
        this.state = state.name();
        this.actor = actor;
    }

    public String transition() {
        return transition;
    }

    public String state() {
        return state;
    }

    public Actor.Kind actor() {
        return actor;
    }
}
