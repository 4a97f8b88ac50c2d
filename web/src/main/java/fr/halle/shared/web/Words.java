package fr.halle.shared.web;

import fr.halle.order.model.StateLabels;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.model.LifecycleState;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * The pages' words in the language of the request. Placeholders are {0}, {1} …, filled with values written as the language writes
 * them; a sentence with a number has two forms, {@code key.one} and {@code key.many}.
 */
@Named("words")
@Service
public class Words {

    private static final String PRO = "pro.";
    private static final Pattern STATES = Pattern.compile("(state|move|refused)\\..+");

    @Inject
    private CurrentLanguage language;

    @Inject
    private FormatsBean formats;

    @Inject
    private CurrentPortal portal;

    public Words() {}

    /** The language of the request. */
    public Locale locale() {
        return language.getLocale();
    }

    public boolean has(String key) {
        return bundle(key).containsKey(nameOf(key));
    }

    public String text(String key, Object... values) {
        String sentence = own(key).orElseGet(() -> bundle(key).getString(nameOf(key)));
        for (int i = 0; i < values.length; i++) {
            sentence = sentence.replace("{" + i + "}", shown(values[i]));
        }
        return sentence;
    }

    /** K16: what this territory calls a state of a part, where it has a word of its own. */
    private Optional<String> own(String key) {
        return portal.isKnown()
                ? StateLabels.own(key, portal.get().settings().preset(), language.getLocale())
                : Optional.empty();
    }

    private String shown(Object value) {
        return value instanceof LifecycleState state ? text(state.key()) : formats.shown(value);
    }

    /** {@code key.one} or {@code key.many}, filled with the count: zero is singular in French and plural in English. */
    public String count(String key, long count) {
        boolean one = language.isFrench() ? count < 2 : count == 1;
        return text(key + (one ? ".one" : ".many"), count);
    }

    /** The sentence of a refusal: {@code error.<its key>}, or {@code error.<its key>.<reason>} where one class has several. */
    public String refusal(BusinessException refusal) {
        if (refusal instanceof MoveRefused move && has(move.sentenceKey())) {
            return text(move.sentenceKey());
        }
        String key = "error." + refusal.key();
        if (refusal instanceof FieldRefusal onField && has(key + "." + onField.reason())) {
            return text(key + "." + onField.reason(), refusal.details());
        }
        if (!refusal.variant().isEmpty() && has(key + "." + refusal.variant())) {
            return text(key + "." + refusal.variant(), refusal.details());
        }
        return has(key) ? text(key, refusal.details()) : text("error.refused");
    }

    /** A state's word in its lifecycle's bundle: {@code state("MerchantOrder", READY)} is « Commande prête ». */
    public String state(String lifecycle, Enum<?> state) {
        return text("state." + lifecycle + "." + state.name());
    }

    /** Holidays and the reasons of missing slots: {@code gap.FULL}. */
    public String calendar(String key) {
        return named("calendar").getString(key);
    }

    /** {@code 2 h}, {@code 1 h 30}, {@code 45 min}. */
    public String duration(int minutes) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        if (hours == 0) {
            return text("duration.minutes", rest);
        }
        return rest == 0 ? text("duration.hours", hours) : text("duration.both", hours, rest);
    }

    /** The shop's words, the back office's ({@code pro.<key of its bundle>}), or those of the lifecycles. */
    private ResourceBundle bundle(String key) {
        return named(key.startsWith(PRO) ? "pro" : STATES.matcher(key).matches() ? "states" : "web");
    }

    private ResourceBundle named(String name) {
        return ResourceBundle.getBundle("fr.halle.i18n." + name, language.getLocale(), Words.class.getClassLoader());
    }

    private static String nameOf(String key) {
        return key.startsWith(PRO) ? key.substring(PRO.length()) : key;
    }
}
