package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/requirements-coverage.md} says which tests prove which row of the two desks; this keeps it from rotting: what it names
 * exists and cites the row by its id, and no row is missing. Whether the test proves it, a person reads.
 */
class EveryRowIsProvedIT {

    private static final Path HOUSE = Path.of("..");
    private static final Pattern ROW = Pattern.compile("\\| (?<id>[A-Z]\\d+) \\|.*\\| (?<tests>[^|]+) \\|");
    private static final List<String> OTHERS = List.of("O01", "O08", "O14", "O16", "O18", "O19", "T09");
    private static final int[] SETTINGS = {1, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 22, 23, 24, 25, 26, 27, 28, 29, 30};

    @Test
    void everyRowNamesTestsThatCiteIt() throws IOException {
        Map<String, String> sources = sources();
        List<String> untrue = new ArrayList<>();
        rows().forEach((id, tests) -> tests.forEach(test -> {
            String source = sources.get(test);
            if (source == null) {
                untrue.add(id + ": there is no " + test);
            } else if (test.equals(EveryRowIsProvedIT.class.getSimpleName())) {
                untrue.add(id + ": " + test + " only lists it");
            } else if (!Pattern.compile("\\b" + id + "\\b").matcher(source).find()) {
                untrue.add(id + ": " + test + " does not cite it");
            }
        }));
        assertThat(untrue).isEmpty();
    }

    @Test
    void noRowOfTheTwoDesksIsMissing() throws IOException {
        List<String> desk = Stream.of(
                        rows("M", 1, 53),
                        rows("S", 1, 33),
                        rows("P", 1, 24),
                        rows("C", 18, 30),
                        OTHERS.stream(),
                        Arrays.stream(SETTINGS).mapToObj(setting -> "K" + setting))
                .flatMap(ids -> ids)
                .toList();
        assertThat(new TreeSet<>(rows().keySet())).containsAll(desk);
    }

    private static Stream<String> rows(String letter, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(row -> String.format("%s%02d", letter, row));
    }

    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(HOUSE.resolve("docs/requirements-coverage.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group("id"), List.of(row.group("tests").split(", ")));
            }
        }
        return rows;
    }

    /** Every test of every module by its class's name. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("persistence", "ejb", "batch", "web", "simulator", "ear")) {
            Path tests = HOUSE.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(tests)) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file ->
                                    sources.put(file.getFileName().toString().replace(".java", ""), text(file)));
                }
            }
        }
        return sources;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
