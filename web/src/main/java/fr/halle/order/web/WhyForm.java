package fr.halle.order.web;

import fr.halle.order.model.CancelReason;
import fr.halle.order.model.Why;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why something is called off, as a form asks it: a reason of the list and words of one's own (M40). The customer will read it. */
@Named
@RequestScoped
public class WhyForm {

    private static final int LONGEST_WORDS = 400;

    private @Nullable CancelReason reason;
    private @Nullable String message;
    private boolean missing;

    /** Empty where no reason was given: then the page says so beside it. */
    Optional<Why> said() {
        String own = message == null ? "" : message.strip();
        Why why = new Why(reason, own.substring(0, Math.min(own.length(), LONGEST_WORDS)));
        missing = reason == null || why.isEmpty();
        return missing ? Optional.empty() : Optional.of(why);
    }

    public CancelReason[] getReasons() {
        return CancelReason.values();
    }

    public boolean isMissing() {
        return missing;
    }

    public @Nullable CancelReason getReason() {
        return reason;
    }

    public void setReason(@Nullable CancelReason chosen) {
        reason = chosen;
    }

    public @Nullable String getMessage() {
        return message;
    }

    public void setMessage(@Nullable String typed) {
        message = typed;
    }
}
