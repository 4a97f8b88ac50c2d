package fr.halle.cart.service;

import fr.halle.catalog.model.Ages;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.shared.model.Texts;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a customer adds to a choice in words: a few short texts, such as a skier's name and age. */
final class Details {

    private static final int MOST = 10;
    private static final int LONGEST = 200;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,39}");

    private static final String AGE = "age";

    private Details() {}

    /** Why what was chosen is not for whom it was chosen, null where nobody's age was said. */
    static @Nullable ChoiceRefused refusal(Map<String, String> details, Ages ages) {
        String age = details.get(AGE);
        return age == null ? null : ages.refusal(age, "detail." + AGE);
    }

    /** @throws DetailRefused naming the detail */
    static void check(Map<String, String> details) {
        if (details.size() > MOST) {
            throw new DetailRefused("detail", "TOO_MANY", MOST);
        }
        details.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw new DetailRefused("detail", "NAME", 0);
            }
            if (value == null || value.length() > LONGEST || Texts.hides(value)) {
                throw new DetailRefused("detail." + name, "TOO_LONG", LONGEST);
            }
        });
    }
}
