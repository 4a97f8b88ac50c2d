package fr.halle.shared.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the records that are read and written with the schemas that the document has for them. */
final class Written {

    private static final String JSON = "/content/application~1json/schema";

    private final JsonNode document;
    private final List<String> wrong = new ArrayList<>();
    private int compared;

    Written(JsonNode document) {
        this.document = document;
    }

    List<String> wrong() {
        return wrong;
    }

    int compared() {
        return compared;
    }

    void reads(String operation, Class<?> body) {
        compare(operation + " reads", body, operation(operation).at("/requestBody" + JSON), false);
    }

    void answers(String operation, Class<?> body) {
        JsonNode answers = operation(operation).path("responses");
        JsonNode good = answers.has("201") ? answers.path("201") : answers.path("200");
        compare(operation + " answers", body, good.at(JSON), true);
    }

    private JsonNode operation(String operation) {
        String[] verbAndPath = operation.split(" ", 2);
        return document.path("paths").path(verbAndPath[1]).path(verbAndPath[0].toLowerCase(Locale.ROOT));
    }

    /** @param answered whether what is always there is to be said: what must be sent is the services' to say */
    private void compare(String where, Class<?> type, JsonNode schema, boolean answered) {
        compared++;
        JsonNode object = resolved(schema);
        Set<String> written = new TreeSet<>();
        object.path("properties").fieldNames().forEachRemaining(written::add);
        same(where, names(type, component -> true), written);
        JsonInclude left = type.getAnnotation(JsonInclude.class);
        if (answered && (left == null || left.value() == JsonInclude.Include.NON_NULL)) {
            Set<String> required = new TreeSet<>();
            object.path("required").forEach(name -> required.add(name.textValue()));
            same(where + " always", names(type, component -> !isNullable(component)), required);
        }
        for (RecordComponent component : type.getRecordComponents()) {
            inside(where + "." + component.getName(), component, object.path("properties"), answered);
        }
    }

    private void inside(String where, RecordComponent component, JsonNode properties, boolean answered) {
        JsonNode property = resolved(properties.path(component.getName()));
        boolean several = component.getType() == List.class;
        Class<?> type = several ? element(component.getGenericType()) : component.getType();
        JsonNode one = several ? resolved(property.path("items")) : property;
        if (type.isRecord()) {
            compare(where, type, one, answered);
        } else if (type.isEnum()) {
            Set<String> words = new TreeSet<>();
            one.path("enum").forEach(word -> words.add(word.textValue()));
            Set<String> constants = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.toCollection(TreeSet::new));
            same(where, constants, words);
        } else if (one.isEmpty()) {
            wrong.add(where + " is not described");
        }
    }

    private void same(String where, Set<String> ours, Set<String> written) {
        if (!ours.equals(written)) {
            wrong.add(where + ": " + ours + " is written as " + written);
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").textValue().substring(1)) : schema;
    }

    private static Set<String> names(Class<?> type, Predicate<RecordComponent> which) {
        return Arrays.stream(type.getRecordComponents())
                .filter(which)
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Class<?> element(Type list) {
        return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
    }
}
