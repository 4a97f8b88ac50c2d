package fr.halle.shared.model;

/** A state of a thing that moves. Its label is in the bundles under {@link #key()}. */
public interface LifecycleState {

    String name();

    /** No move leaves a terminal state. */
    boolean isTerminal();

    /** {@code state.MerchantOrder.READY}: the machine is the enum's name without {@code State}. */
    default String key() {
        String type = getClass().getSimpleName();
        return "state." + type.substring(0, type.length() - "State".length()) + "." + name();
    }
}
