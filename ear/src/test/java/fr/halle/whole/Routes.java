package fr.halle.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every address that the running application answers at, read from what was packed, so that a new one cannot be forgotten. */
final class Routes {

    private static final Pattern SERVLET = Pattern.compile("@WebServlet\\([^)]*?\"(/[^\"]*)\"\\)", Pattern.DOTALL);

    private Routes() {}

    /** {@code /pro/orders/view} of the packed shop's views. */
    static Set<String> pages() {
        Path war = Path.of(System.getProperty("halle.home"), "halle.war");
        try (FileSystem packed = FileSystems.newFileSystem(war);
                Stream<Path> views = Files.walk(packed.getPath("/WEB-INF/faces-views"))) {
            return views.map(Path::toString)
                    .filter(view -> view.endsWith(".xhtml"))
                    .map(view -> view.substring("/WEB-INF/faces-views".length(), view.length() - ".xhtml".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code /pro/mail-body}: what is answered without a view. */
    static Set<String> servlets() {
        try (Stream<Path> sources = Files.walk(Path.of("..", "web", "src", "main", "java"))) {
            return sources.filter(source -> source.toString().endsWith(".java"))
                    .map(Routes::read)
                    .flatMap(source -> SERVLET.matcher(source).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code GET /carts/{id}}, from the document that the API serves. */
    static Set<String> operations(String openApi) {
        Set<String> operations = new TreeSet<>();
        String path = "";
        int depth = 0;
        for (var token = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"|[{}]").matcher(openApi); token.find(); ) {
            String word = token.group();
            if (word.equals("{")) {
                depth++;
            } else if (word.equals("}")) {
                depth--;
            } else if (depth == 2 && word.startsWith("\"/")) {
                path = word.substring(1, word.length() - 1);
            } else if (depth == 3 && !path.isEmpty() && word.matches("\"(get|post|put|patch|delete)\"")) {
                operations.add(word.substring(1, word.length() - 1).toUpperCase(java.util.Locale.ROOT) + " " + path);
            }
        }
        return operations;
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
