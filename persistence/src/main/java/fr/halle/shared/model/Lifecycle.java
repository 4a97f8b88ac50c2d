package fr.halle.shared.model;

import java.util.List;

/**
 * One machine as data: what the contract test, the drawings and the pages need to know of a table.
 *
 * @param machine the name in message keys and drawings, such as {@code MerchantOrder}
 * @param table the database table whose {@code state} column holds it
 * @param initial the state a new row is born with
 */
public record Lifecycle<S extends Enum<S> & LifecycleState, T extends Enum<T> & Transition<S>>(
        String machine, String table, S initial, List<S> states, List<T> transitions) {

    public Lifecycle {
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
    }

    public static <S extends Enum<S> & LifecycleState, T extends Enum<T> & Transition<S>> Lifecycle<S, T> of(
            String table, S initial, Class<T> transitions) {
        Class<S> states = initial.getDeclaringClass();
        String name = states.getSimpleName();
        return new Lifecycle<>(
                name.substring(0, name.length() - "State".length()),
                table,
                initial,
                List.of(states.getEnumConstants()),
                List.of(transitions.getEnumConstants()));
    }

    /** The rows that {@code actor} may ask for in {@code state}, in the table's order. */
    public List<T> availableTo(Actor.Kind actor, S state) {
        return transitions.stream().filter(row -> row.isOpenTo(state, actor)).toList();
    }

    /** Where the words of a row are: {@code move.MerchantOrder.CANCEL}. */
    public String labelKey(T row) {
        return "move." + machine + "." + row.name();
    }

    /** Where the sentence of its refusal is: {@code refused.MerchantOrder.CANCEL}. */
    public String refusalKey(T row) {
        return "refused." + machine + "." + row.name();
    }
}
