package fr.halle.outside.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.outside.service.OutsideAnswer.Refused;
import fr.halle.outside.service.OutsideAnswer.Told;
import fr.halle.shared.model.Service;
import fr.halle.shared.model.Texts;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks the outside system whether it has a catalogue, before its code is kept (P17, P24). Not to be called while rows are locked: it waits for an answer. */
@Service
public class CatalogueCodes {

    private static final int NOT_FOUND = 404;
    private static final int LONGEST_LABEL = 200;

    @Inject
    private OutsideAccounts accounts;

    @Inject
    private OutsideHttp http;

    /** Asked anew at each call, since somebody waits who may have just created it. */
    public CheckedCode check(long deskId, String code) {
        String typed = code.strip();
        if (!OutsidePaths.isCode(typed)) {
            return CheckedCode.without(typed, CodeVerdict.UNKNOWN);
        }
        Optional<OutsideAccount> account = accounts.of(deskId);
        if (account.isEmpty()) {
            return CheckedCode.without(typed, CodeVerdict.NOT_CONNECTED);
        }
        OutsideAnswer<JsonNode> answer = http.get(account.get(), OutsidePaths.catalogue(typed));
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
