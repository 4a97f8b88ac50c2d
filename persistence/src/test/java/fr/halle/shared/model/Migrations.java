package fr.halle.shared.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The migrations as text: what the database allows a {@code state} column to hold. */
final class Migrations {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:create|alter)\\s+table\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?(\\w+)\\b([^;]*);");
    private static final Pattern CHECK = Pattern.compile("(?i)check\\s*\\(\\s*state\\s+in\\s*\\(([^)]*)\\)\\s*\\)");

    private Migrations() {}

    /** The states that the last migration leaves {@code table} with; empty when it has no such check. */
    static Set<String> statesOf(String table) {
        Set<String> states = new TreeSet<>();
        for (String sql : inOrder()) {
            Matcher statement = TABLE.matcher(COMMENT.matcher(sql).replaceAll(""));
            while (statement.find()) {
                Matcher check = CHECK.matcher(statement.group(2));
                if (statement.group(1).equalsIgnoreCase(table) && check.find()) {
                    states = Arrays.stream(check.group(1).split(","))
                            .map(state -> state.strip().replace("'", ""))
                            .collect(Collectors.toCollection(TreeSet::new));
                }
            }
        }
        return states;
    }

    private static List<String> inOrder() {
        URL folder = Migrations.class.getResource("/db/migration");
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(Migrations::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
