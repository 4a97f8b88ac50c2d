package fr.halle.shared.model;

/** Draws a lifecycle for the README. Run it to print what to paste there; {@link LifecyclesTest} checks that it was pasted. */
public final class Mermaid {

    private Mermaid() {}

    /** The drawing between its two markers, in the table's order. */
    public static String of(Lifecycle<?, ?> lifecycle) {
        StringBuilder drawing =
                new StringBuilder("<!-- lifecycle:" + lifecycle.machine() + " -->\n```mermaid\nstateDiagram-v2\n");
        drawing.append("    [*] --> ").append(lifecycle.initial()).append('\n');
        for (Transition<?> row : lifecycle.transitions()) {
            for (Enum<?> state : lifecycle.states()) {
                if (row.from().contains(state)) {
                    drawing.append("    " + state + " --> " + row.to() + ": " + row.name() + "\n");
                }
            }
        }
        for (Enum<?> state : lifecycle.states()) {
            if (((LifecycleState) state).isTerminal()) {
                drawing.append("    ").append(state).append(" --> [*]\n");
            }
        }
        return drawing.append("```\n<!-- /lifecycle -->").toString();
    }

    public static void main(String[] nothing) {
        for (Lifecycle<?, ?> lifecycle : Lifecycles.ALL) {
            System.out.println("### " + lifecycle.machine() + "\n\n" + of(lifecycle) + "\n");
        }
    }
}
