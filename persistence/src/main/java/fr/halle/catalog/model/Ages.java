package fr.halle.catalog.model;

import fr.halle.catalog.model.ChoiceRefused.Reason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** For which ages, in years, something is meant; without a bound for every one. */
public record Ages(@Nullable Integer least, @Nullable Integer most) {

    public static final Ages ALL = new Ages(null, null);

    private static final String YEARS = "[0-9]{1,3}";

    /**
     * Why it is not for whom it was asked, null where it is.
     *
     * @param said the age as somebody typed it
     * @param field where it was typed
     */
    public @Nullable ChoiceRefused refusal(String said, String field) {
        if (least == null && most == null) {
            return null;
        }
        String typed = said.strip();
        if (!typed.matches(YEARS)) {
            return new ChoiceRefused(field, Reason.AGE_UNREADABLE);
        }
        int age = Integer.parseInt(typed);
        if ((least == null || age >= least) && (most == null || age <= most)) {
            return null;
        }
        if (least == null) {
            return new ChoiceRefused(field, Reason.AGE_TO, Objects.requireNonNull(most));
        }
        return most == null
                ? new ChoiceRefused(field, Reason.AGE_FROM, least)
                : new ChoiceRefused(field, Reason.AGE_RANGE, least, most);
    }
}
