package fr.halle.shared.api;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import fr.halle.shared.service.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;

/** JSON as {@link Json} writes it: ISO dates, unknown fields refused. */
@Provider
@Consumes("application/json")
@Produces({"application/json", "application/problem+json"})
public class ApiJson extends JacksonJsonProvider {

    /** A key given twice, a number in quotes, a date as a number: another program would read it otherwise than we do. */
    static final ObjectMapper STRICT = strict();

    public ApiJson() {
        super(STRICT);
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = Json.MAPPER.copy();
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        List.of(LogicalType.Integer, LogicalType.Boolean, LogicalType.Textual)
                .forEach(type -> refuse(mapper.coercionConfigFor(type), CoercionInputShape.values()));
        refuse(mapper.coercionConfigFor(LogicalType.DateTime), CoercionInputShape.Integer, CoercionInputShape.Float);
        return mapper;
    }

    private static void refuse(MutableCoercionConfig kind, CoercionInputShape... shapes) {
        Arrays.stream(shapes).forEach(shape -> kind.setCoercion(shape, CoercionAction.Fail));
    }
}
