package fr.halle.operation.web;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What an action has to say, on the page that it goes to: a reload then repeats nothing. */
@Named("said")
@RequestScoped
public class Said {

    private static final String TEXT = "operation.said";
    private static final String BAD = "operation.bad";

    @Inject
    private FacesContext faces;

    @Inject
    private Words words;

    private @Nullable FieldRefusal refused;

    /**
     * Does something and comes back to {@code page}, with its words or with those of the refusal; stays, with what was typed, where
     * a field was refused, whose page shows {@link #beside}.
     */
    public @Nullable String after(Runnable action, String page, String key, Object... values) {
        try {
            action.run();
            say(words.text("pro.operation.said." + key, values), false);
        } catch (FieldRefusal field) {
            refused = field;
            return null;
        } catch (BusinessException refused) {
            say(words.refusal(refused), true);
        }
        return page + (page.contains("?") ? "&" : "?") + "faces-redirect=true";
    }

    /** Says something else instead, to be looked at. */
    public void again(String key, Object... values) {
        say(words.text("pro.operation.said." + key, values), true);
    }

    /** The sentence beside the fields of the button that was pressed, where one of them was refused. */
    public @Nullable String beside(String button, long value) {
        return refused != null && isPressed(button, value) ? words.refusal(refused) : null;
    }

    /** Whether it is this field of the button that was pressed that was refused. */
    public boolean isRefused(String button, long value, String field) {
        return refused != null && refused.field().equals(field) && isPressed(button, value);
    }

    /** Whether the button of this name and value was pressed. */
    public boolean isPressed(String button, long value) {
        return Long.toString(value)
                .equals(faces.getExternalContext().getRequestParameterMap().get(button));
    }

    /** Whether one of these buttons was pressed, of whatever row. */
    public boolean isAnyPressed(String... buttons) {
        return Arrays.stream(buttons).anyMatch(button -> !typed(button).isEmpty());
    }

    /** What was typed into the field of that name; empty where nothing was. */
    public String typed(String field) {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault(field, "");
    }

    public String getText() {
        Object text = faces.getExternalContext().getFlash().get(TEXT);
        return text == null ? "" : text.toString();
    }

    public boolean isBad() {
        return Boolean.TRUE.equals(faces.getExternalContext().getFlash().get(BAD));
    }

    private void say(String text, boolean bad) {
        faces.getExternalContext().getFlash().put(TEXT, text);
        faces.getExternalContext().getFlash().put(BAD, bad);
    }
}
