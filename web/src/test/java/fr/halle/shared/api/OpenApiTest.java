package fr.halle.shared.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.cart.service.CartPart;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.checkout.service.CheckoutOutcome;
import fr.halle.checkout.service.CheckoutStarted;
import fr.halle.identity.api.Bearer;
import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLineState;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundState;
import fr.halle.shared.web.Limited;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document is written by hand, so this keeps it true: every method of every resource is in it, and nothing else. */
class OpenApiTest {

    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "options");
    private static final String SCHEMAS = "/components/schemas/";

    /** What the methods answer that answer with more than a body. */
    private static final Map<String, String> ANSWERS = Map.of(
            "post /carts", "fr.halle.cart.api.CartsResource$Opened",
            "post /carts/{id}/lines", "fr.halle.cart.api.CartJson$Line",
            "post /carts/{id}/checkout", "fr.halle.checkout.api.CheckoutResource$Started",
            "post /contact-requests", "fr.halle.sales.api.ContactRequestsResource$Received");

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

    /** Fields by their names, what is always among them, the words of an enumeration: all of what is read and answered. */
    @Test
    void writesOutWhatIsReadAndAnswered() throws Exception {
        Written written = new Written(OpenApi.document());
        for (Map.Entry<String, Method> each : methods().entrySet()) {
            String operation = each.getKey();
            Arrays.stream(each.getValue().getParameterTypes())
                    .filter(Class::isRecord)
                    .forEach(body -> written.reads(operation, body));
            String answer = ANSWERS.get(operation);
            Class<?> type = answer == null ? each.getValue().getReturnType() : Class.forName(answer);
            if (type.isRecord()) {
                written.answers(operation, type);
            }
        }
        assertThat(written.compared()).isGreaterThan(30);
        assertThat(written.wrong()).isEmpty();
    }

    /** Where a field is text to us, as what it says comes from several enumerations, or is not the API's. */
    @Test
    void namesEveryState() {
        said("PartState", MerchantOrderState.values());
        said("CartPart/properties/missing/items", CartPart.Missing.values());
        said("CartLine/properties/reason", ChoiceRefused.Reason.values());
        said("CheckoutStarted/properties/state", CheckoutStarted.State.values());
        said("OrderPart/properties/lines/items/properties/state", OrderLineState.values());
        said("Part/properties/lines/items/properties/state", OrderLineState.values());
        said("Order/properties/balances/items/properties/state", BalanceDueState.values());
        said("Order/properties/transactions/items/properties/state", PaymentState.values(), RefundState.values());
        said("Part/properties/transactions/items/properties/state", PaymentState.values(), RefundState.values());
        assertThat(words("Order/properties/state"))
                .contains("PLACED")
                .containsAll(names(CheckoutOutcome.State.values()))
                .hasSize(CheckoutOutcome.State.values().length + 1);
    }

    private static void said(String schema, Enum<?>[]... constants) {
        assertThat(words(schema)).as(schema).isEqualTo(names(constants));
    }

    private static Set<String> words(String schema) {
        Set<String> words = new TreeSet<>();
        OpenApi.document().at(SCHEMAS + schema + "/enum").forEach(word -> words.add(word.textValue()));
        return words;
    }

    private static Set<String> names(Enum<?>[]... constants) {
        return Arrays.stream(constants)
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void saysThatABodyMayBeTooLongOrNoJson() throws Exception {
        Set<String> withBody = implemented(method -> method.isAnnotationPresent(Consumes.class));
        assertThat(withBody).isNotEmpty().isSubsetOf(answering("413")).isSubsetOf(answering("415"));
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
        return methods().entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Method> methods() throws IOException, ClassNotFoundException {
        Map<String, Method> operations = new TreeMap<>();
        for (Class<?> resource : resources()) {
            for (Method method : resource.getMethods()) {
                String verb = verb(method);
                if (verb != null) {
                    Path own = method.getAnnotation(Path.class);
                    String path = resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
                    operations.put(
                            verb + " /"
                                    + path.replaceAll("\\{(\\w+):[^{}]*(\\{[^}]*})?[^{}]*}", "{$1}")
                                            .replaceAll("/+", "/")
                                            .replaceAll("^/|/$", ""),
                            method);
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
