package fr.halle.team.web;

import fr.halle.team.service.PasswordRefused;
import org.jspecify.annotations.Nullable;

/** A new password as it is typed: twice, since it is not shown, and never written back into the page. */
public final class TypedPassword {

    private String wanted = "";
    private String again = "";

    /** @throws PasswordRefused when the second is not the first */
    String same() {
        if (!wanted.equals(again)) {
            throw new PasswordRefused("again", PasswordRefused.WRONG);
        }
        return wanted;
    }

    public @Nullable String getWanted() {
        return null;
    }

    public void setWanted(@Nullable String typed) {
        wanted = typed == null ? "" : typed;
    }

    public @Nullable String getAgain() {
        return null;
    }

    public void setAgain(@Nullable String typed) {
        again = typed == null ? "" : typed;
    }
}
