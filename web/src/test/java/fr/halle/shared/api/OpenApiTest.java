package fr.halle.shared.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.identity.api.Bearer;
import fr.halle.shared.web.Limited;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document is written by hand, so this keeps it true: every method of every resource is in it, and nothing else. */
class OpenApiTest {

    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "options");

    @Test
    void saysExactlyWhatTheResourcesDo() throws Exception {
        assertThat(documented(operation -> true)).isEqualTo(implemented(method -> true));
    }

    @Test
    void saysThatATokenMayBeMissingOrNotSuffice() throws Exception {
        assertThat(implemented(OpenApiTest::wantsToken))
                .isNotEmpty()
                .isSubsetOf(answering("401"))
                .isSubsetOf(answering("403"));
    }

    @Test
    void saysWhatMayBeAskedTooOften() {
        assertThat(documented(operation -> true).stream()
                        .filter(operation -> operation.startsWith("post "))
                        .filter(operation -> Limited.of("/api/v1" + operation.substring("post ".length()))
                                .isPresent()))
                .isNotEmpty()
                .isSubsetOf(answering("429"));
    }

    @Test
    void resolvesItsOwnReferences() {
        JsonNode document = OpenApi.document();
        List<String> dangling = document.findValuesAsText("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .toList();
        assertThat(dangling).isEmpty();
    }

    private static boolean wantsToken(Method method) {
        return method.isAnnotationPresent(Bearer.class)
                || method.getDeclaringClass().isAnnotationPresent(Bearer.class);
    }

    private static Set<String> answering(String status) {
        return documented(operation -> operation.path("responses").has(status));
    }

    private static Set<String> documented(Predicate<JsonNode> which) {
        Set<String> operations = new TreeSet<>();
        OpenApi.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(verb -> {
                    if (VERBS.contains(verb) && which.test(path.getValue().path(verb))) {
                        operations.add(verb + " " + path.getKey());
                    }
                }));
        return operations;
    }

    private static Set<String> implemented(Predicate<Method> which) throws IOException, ClassNotFoundException {
        Set<String> operations = new TreeSet<>();
        for (Class<?> resource : resources()) {
            for (Method method : resource.getMethods()) {
                String verb = verb(method);
                if (verb != null && which.test(method)) {
                    Path own = method.getAnnotation(Path.class);
                    String path = resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
                    operations.add(verb + " /"
                            + path.replaceAll("\\{(\\w+):[^{}]*(\\{[^}]*})?[^{}]*}", "{$1}")
                                    .replaceAll("/+", "/")
                                    .replaceAll("^/|/$", ""));
                }
            }
        }
        return operations;
    }

    private static @org.jspecify.annotations.Nullable String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value().toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    private static List<Class<?>> resources() throws IOException, ClassNotFoundException {
        java.nio.file.Path root = java.nio.file.Path.of("target/classes");
        List<Class<?>> found = new java.util.ArrayList<>();
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            for (java.nio.file.Path file : files.filter(path -> path.toString().matches(".*/api/\\w+Resource\\.class"))
                    .toList()) {
                String name =
                        root.relativize(file).toString().replace(".class", "").replace('/', '.');
                found.add(Class.forName(name));
            }
        }
        return found;
    }
}
