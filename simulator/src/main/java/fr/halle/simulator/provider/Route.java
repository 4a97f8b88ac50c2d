package fr.halle.simulator.provider;

import fr.halle.simulator.store.Tx;
import jakarta.json.JsonStructure;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One line of the API: a method, a path with {@code {}} for each blank, and what does it. */
public record Route(String method, Pattern path, Operation operation, Handler handler) {

    /** Does the call inside a transaction and says what to answer. */
    public interface Handler {
        JsonStructure handle(Tx tx, Request request) throws SQLException;
    }

    static Route post(String path, Operation operation, Handler handler) {
        return new Route("POST", pattern(path), operation, handler);
    }

    static Route put(String path, Operation operation, Handler handler) {
        return new Route("PUT", pattern(path), operation, handler);
    }

    static Route get(String path, Handler handler) {
        return new Route("GET", pattern(path), Operation.READ, handler);
    }

    /** The blanks of a path that fits, nothing when it does not. */
    public Optional<List<String>> arguments(String actual) {
        Matcher matcher = path.matcher(actual);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        MatchResult found = matcher.toMatchResult();
        return Optional.of(IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .toList());
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replace("{}", "([A-Za-z0-9_-]{1,80})") + "/?");
    }
}
