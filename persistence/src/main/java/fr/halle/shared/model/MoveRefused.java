package fr.halle.shared.model;

/** A move that the lifecycle's table, or a setting that narrows it, does not allow. Details: transition, state, actor's kind. */
public final class MoveRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    private final String machine;
    private final String transition;
    private final String state;
    private final Actor.Kind actor;

    public MoveRefused(Transition<?> transition, Enum<?> state, Actor.Kind actor) {
        super(transition.name(), state.name(), actor);
        String table = ((Enum<?>) transition).getDeclaringClass().getSimpleName();
        this.machine = table.substring(0, table.length() - "Transition".length());
        this.transition = transition.name();
        this.state = state.name();
        this.actor = actor;
    }

    /** Where its sentence is: {@code refused.MerchantOrder.CANCEL}, as {@link Lifecycle#refusalKey} has it. */
    public String sentenceKey() {
        return "refused." + machine + "." + transition;
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
