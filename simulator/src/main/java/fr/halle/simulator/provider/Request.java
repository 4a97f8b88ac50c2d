package fr.halle.simulator.provider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API, free of HTTP.
 *
 * @param arguments what stands in the path where the route has a blank, such as an id
 * @param effect what a tester has planned for this call, of the kinds that the operation itself must carry out
 * @param base where the provider's own pages are, without a slash at the end
 */
public record Request(
        List<String> arguments,
        Map<String, String> query,
        Fields body,
        @Nullable Effect effect,
        String base) {

    String id() {
        return arguments.get(0);
    }

    boolean planned(Effect expected) {
        return effect == expected;
    }

    /** What is planned, as a label to keep with what it will happen to; empty when nothing is. */
    String fate() {
        Effect planned = effect;
        return planned == null ? "" : planned.label();
    }
}
