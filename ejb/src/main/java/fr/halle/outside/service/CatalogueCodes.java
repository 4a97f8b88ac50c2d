package fr.halle.outside.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.outside.service.OutsideAnswer.Refused;
import fr.halle.outside.service.OutsideAnswer.Told;
import fr.halle.shared.model.Service;
import fr.halle.shared.model.Texts;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the outside system whether it has these catalogues, before their codes are kept (P17, P24). Not to be called while rows are locked: it waits for answers. */
@Service
public class CatalogueCodes {

    private static final int NOT_FOUND = 404;
    private static final int LONGEST_LABEL = 200;

    @Inject
    private OutsideAccounts accounts;

    @Inject
    private OutsideHttp http;

    /** Asked anew at each call, since somebody waits who may have just created them. @return by code, in their order */
    public Map<String, CheckedCode> check(long deskId, List<String> codes) {
        Optional<OutsideAccount> account = accounts.of(deskId);
        Map<String, CheckedCode> checked = new LinkedHashMap<>();
        codes.forEach(code -> checked.put(
                code,
                CheckedCode.without(
                        code, OutsidePaths.isCode(code) ? CodeVerdict.NOT_CONNECTED : CodeVerdict.UNKNOWN)));
        if (account.isPresent()) {
            List<String> asked = codes.stream().filter(OutsidePaths::isCode).toList();
            Map<String, OutsideAnswer<JsonNode>> answers = http.getAll(
                    account.get(), asked.stream().map(OutsidePaths::catalogue).toList());
            asked.forEach(code -> checked.put(code, checked(code, answers.get(OutsidePaths.catalogue(code)))));
        }
        return checked;
    }

    private static CheckedCode checked(String typed, @Nullable OutsideAnswer<JsonNode> answer) {
        if (answer instanceof Told<JsonNode> told) {
            JsonNode label = told.value().path("label");
            return new CheckedCode(
                    told.value().path("code").asText(typed), CodeVerdict.KNOWN, words(label, "fr"), words(label, "en"));
        }
        boolean unknown = answer instanceof Refused<JsonNode> refused && refused.status() == NOT_FOUND;
        return CheckedCode.without(typed, unknown ? CodeVerdict.UNKNOWN : CodeVerdict.NO_ANSWER);
    }

    /** A label that nobody could read is none. */
    private static String words(JsonNode label, String language) {
        String words = label.path(language).asText();
        return words.length() > LONGEST_LABEL || Texts.hides(words) ? "" : words;
    }
}
